/**
 * Generated from the server's OpenAPI document by tools/api-client/write.mjs. Do not edit: change
 * the schemas in apps/vending-server/src/http and run `npm run api-client`.
 */

export interface paths {
  "/v1/account/passkeys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keep a new passkey; all other sessions end */
    post: operations["addPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/account/passkeys/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Name a passkey */
    put: operations["renamePasskey"];
    post?: never;
    /** Remove a passkey */
    delete: operations["removePasskey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/account/passkeys/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a browser needs to make a new passkey for this site */
    post: operations["askToMakePasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/account/recovery-codes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ten new recovery codes, shown this once; those before open nothing any more */
    post: operations["renewRecoveryCodes"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/account/second-factors": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One's own second factors */
    get: operations["readSecondFactors"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/account/totp": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to set up one-time codes; the secret is shown this once */
    post: operations["beginTotp"];
    /** Give up one-time codes */
    delete: operations["removeTotp"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/account/totp/confirmation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put one-time codes into use by a first code; all other sessions end */
    post: operations["confirmTotp"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agreements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The agreements of a customer or of a place, the newest first */
    get: operations["listAgreements"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agreements/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One agreement */
    get: operations["readAgreement"];
    /** Begin to supply a customer at a place, once for each id */
    put: operations["beginAgreement"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Agree on another tariff, exemptions or free units; they count from now on */
    patch: operations["changeAgreement"];
    trace?: never;
  };
  "/v1/agreements/{id}/debts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All debts of an agreement, in the order in which purchases serve them */
    get: operations["listDebts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/agreements/{id}/end": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End an agreement; the meter stays where it hangs */
    post: operations["endAgreement"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/api-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All API keys without their secrets, first those that hold */
    get: operations["listApiKeys"];
    put?: never;
    /** Make an API key for a vendor; its secret is shown this once */
    post: operations["addApiKey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/api-keys/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke an API key; the same again changes nothing */
    delete: operations["revokeApiKey"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/api-keys/{id}/limits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change what an API key may do; it holds within a second */
    put: operations["changeApiKey"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/approvals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Orders that need two people, newest first, of the kinds that concern you */
    get: operations["listApprovals"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/approvals/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One order that needs two people */
    get: operations["readApproval"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/approvals/{id}/decision": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Approve or reject what another person asked for, or take back your own
     * @description What was approved is done in the same moment, or refused and left open. The same decision again gets the same answer.
     */
    post: operations["decideApproval"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/audit-events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who did what, newest first */
    get: operations["listAuditEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/audit-events/check": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Go through the whole trail and look for what was edited, removed or reordered */
    get: operations["checkAuditTrail"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/commissions/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a commission would mean, in words and on an example; writes nothing */
    post: operations["previewCommission"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/customers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find customers by the words of their name */
    get: operations["listCustomers"];
    put?: never;
    /** Add a customer under an id of the server; a retry adds another one */
    post: operations["addCustomer"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/customers/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One customer */
    get: operations["readCustomer"];
    /** Register a customer, once for each id */
    put: operations["registerCustomer"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change what is written about a customer; If-Match has the ETag that was read */
    patch: operations["changeCustomer"];
    trace?: never;
  };
  "/v1/customers/{id}/changes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was changed about a customer, the newest first */
    get: operations["listCustomerChanges"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/customers/{id}/erasure": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Erase a customer's personal data for good; If-Match has the ETag that was read */
    post: operations["eraseCustomer"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/debts/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One debt, with what people did with it */
    get: operations["readDebt"];
    /**
     * Write a debt down, once for each id
     * @description Purchases of the agreement pay it off by its terms from collect_from on. A share is text with its unit, so that 10 cannot mean 1000 %.
     */
    put: operations["putDebt"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/debts/{id}/changes/{change_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change the terms of a debt, suspend it or take it up again; once for each id */
    put: operations["changeDebt"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/debts/{id}/write-offs/{approval_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Ask for a debt to be written off, whole or in part; another person decides */
    put: operations["requestWriteOff"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/demo/meters": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The meters of the demo's street; in demo mode only */
    get: operations["listDemoMeters"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/demo/meters/{meter_number}/memory": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The memory of a demo meter as its factory delivered it; in demo mode only */
    get: operations["readDemoMeterMemory"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/exports/{kind}.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Export as CSV what an import of the same kind takes */
    get: operations["exportFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/free-units/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Claim the free units of a tariff by themselves, or read what became of the claim
     * @description A claim is a vend without money: it is read, listed and printed again under /v1/vends. The same id with the same content is the same claim.
     */
    put: operations["claimFreeUnits"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether database and security module can be reached */
    get: operations["readHealth"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/imports/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an import is, or what it made */
    get: operations["readImport"];
    put?: never;
    /**
     * Import a CSV file, all of it or nothing, once for each id
     * @description With dry_run=true nothing is made. Every wrong line is answered. GET shows how far it is.
     */
    post: operations["importFile"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/ledger/accounts/{code}/statement": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What moved on an account of the ledger, entry by entry */
    get: operations["readAccountStatement"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/ledger/chain": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far the ledger is closed, and the end of its chain of blocks' hashes */
    get: operations["readChain"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/ledger/chain/check": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read every entry again and find what was edited, added, removed or reordered
     * @description With the `block` and `hash` of a head that was written down earlier, also what was cut off or written anew since.
     */
    get: operations["checkChain"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/ledger/trial-balance": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What every account had moved by an instant, now or in the past */
    get: operations["readTrialBalance"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/meter-cards": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All meters in a state, by number: in the store, on a wall, taken down */
    get: operations["listMeterCards"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/meters": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find meters by the start of their number, the customer's name or the address */
    get: operations["listMeters"];
    put?: never;
    /** Enrol a meter under its present key */
    post: operations["enrolMeter"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/meters/{meter_number}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One installed meter, as it is sold for */
    get: operations["readMeter"];
    /** Put a meter into the store, under its present key */
    put: operations["storeMeter"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/meters/{meter_number}/card": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything about one meter, also when it hangs nowhere */
    get: operations["readMeterCard"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/meters/{meter_number}/history": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a meter, the newest first */
    get: operations["readMeterHistory"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/meters/{meter_number}/operations/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Install, remove, replace, block, unblock, return to the store or scrap a meter */
    put: operations["operateMeter"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/orders": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Orders for tokens, newest first; never with their digits */
    get: operations["listTokenOrders"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/orders/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One order for tokens, without their digits */
    get: operations["readTokenOrder"];
    /**
     * Ask for tokens that nobody pays: free, for an engineer, moved, or made anew
     * @description Another person decides under /v1/approvals, by the same id. The tokens are made once, as soon as that person agrees.
     */
    put: operations["orderTokens"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/orders/{id}/tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show the digits of an executed order; that somebody looked is written down */
    post: operations["revealTokens"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/payments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Payments, newest first; for a cashier or a machine only of the own vendor */
    get: operations["listPayments"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/payments/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One payment; for a cashier or a machine only of the own vendor */
    get: operations["readPayment"];
    /**
     * Take a payment that buys no electricity, once for each id
     * @description A debt at once, a new connection, a conversion, a fine. The float of the vendor pays the utility, as with a sale. The same id with the same content is the same payment.
     */
    put: operations["takePayment"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/payments/{id}/reversal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Give a payment back, on the day it was taken */
    put: operations["reversePayment"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/published-values": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Published prices per kWh, the newest months first, at most 200 revisions */
    get: operations["listPublishedValues"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/published-values/{component}/{month}/{revision}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Publish the price of a component for a month, or correct it by another revision
     * @description It counts once another person has approved it.
     */
    put: operations["putPublishedValue"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/published-values/{component}/{month}/{revision}/approval": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a second person to let a published price count
     * @description The decision itself is made under /v1/approvals.
     */
    post: operations["requestPublishedValueApproval"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/quotes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a purchase would give, or what so much energy costs; nothing is sold */
    post: operations["quote"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/items": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Items, newest payment first; all, or those of a source, class or state */
    get: operations["listReconciliationItems"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/items/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All there is about one item: line, vend, ledger entry, history, suggestions */
    get: operations["readReconciliationItem"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/items/{id}/actions/{action_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Link, explain, pass on or open again, once for each action id */
    put: operations["actOnReconciliationItem"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/runs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs, newest first */
    get: operations["listReconciliationRuns"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/runs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One run */
    get: operations["readReconciliationRun"];
    /** Pair a source's statements with the vends and deposits of a span */
    put: operations["reconcile"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/samples": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read the beginning of a file by settings that need not be stored */
    post: operations["readStatementSample"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/sources": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All payment sources by name */
    get: operations["listPaymentSources"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/sources/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One payment source with its settings */
    get: operations["readPaymentSource"];
    /** Add a payment source, or replace its settings for the files to come */
    put: operations["putPaymentSource"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/sources/{id}/balance": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What statements and ledger say at a moment, and by what they differ */
    get: operations["readReconciliationBalance"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/sources/{id}/statements/{statement_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Import a statement, once for each id and once for the same octets
     * @description The body is the file as the source gave it, up to 64 MiB. With dry_run=true nothing is stored and the answer says what the file holds and what is wrong with it.
     */
    put: operations["importPaymentStatement"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/statements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Imported statements, newest first */
    get: operations["listPaymentStatements"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/statements/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What an imported statement holds in all */
    get: operations["readPaymentStatement"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reconciliation/summary": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Items by class and age: all open ones, and the settled ones of a span */
    get: operations["readReconciliationSummary"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Refunds, newest first; all, or those of one vend or state */
    get: operations["listRefunds"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/refunds/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One refund */
    get: operations["readRefund"];
    /**
     * Ask for money to be given back for a vend, whole or for what was not used
     * @description Another person decides under /v1/approvals, by the same id; then the money moves in the same moment. A vend is given back once.
     */
    put: operations["requestRefund"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/refunds/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What giving a vend back would do to the books; nothing is written */
    post: operations["previewRefund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/repairs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Repairs of wrong meters, newest first; all, or those of one vend or state */
    get: operations["listRepairs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/repairs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One repair of a vend that went to the wrong meter */
    get: operations["readRepair"];
    /**
     * Ask for a vend to be taken back and sold to the right meter
     * @description Another person decides under /v1/approvals, by the same id. Then the vend is taken back, and the same money buys for the right meter under its own tariff.
     */
    put: operations["requestRepair"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/components": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Money and units by the components of the tariffs: taxes, levies, debts, … */
    get: operations["reportComponents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/components.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as a file for spreadsheets */
    get: operations["reportComponentsFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/debts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Debts: opening, new, collected, written off, closing; and by age now */
    get: operations["reportDebts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/debts.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Debts by kind over a span, as a file for spreadsheets */
    get: operations["reportDebtsFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/month-end/{month}.pdf": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The month-end pack, to print and to sign */
    get: operations["printMonthEnd"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/month-end/{month}/{table}.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One table of the month-end pack, as a file for spreadsheets */
    get: operations["exportMonthEndTable"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/sales": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sales of a span of days by one dimension; for a cashier those of the own vendor */
    get: operations["reportSales"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/sales.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as a file for spreadsheets */
    get: operations["reportSalesFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/zero-buyers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Agreements with a meter to sell for that have bought nothing, the longest first */
    get: operations["reportZeroBuyers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/reports/zero-buyers.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as a file for spreadsheets */
    get: operations["reportZeroBuyersFile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/roles": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All roles, what each may do, and which one person may not hold together */
    get: operations["listRoles"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find meters, places, agreements and customers as one types */
    get: operations["search"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/service-points": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find places by the words of their address or area, in the order of their codes */
    get: operations["listServicePoints"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/service-points/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One place */
    get: operations["readServicePoint"];
    /** Record a place, once for each id */
    put: operations["putServicePoint"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change what is recorded of a place; If-Match has the ETag that was read */
    patch: operations["changeServicePoint"];
    trace?: never;
  };
  "/v1/session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: operations["readSession"];
    put?: never;
    /** Sign in; the session comes as a cookie */
    post: operations["signIn"];
    /** Sign out */
    delete: operations["signOut"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/session/demo": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with the secret of the demo link; in demo mode and from this machine only */
    post: operations["signInToDemo"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/session/demo/switch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on as the other person of the demo; for its two people only */
    post: operations["switchDemoPerson"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/session/passkey": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in by a passkey, without a name; the session comes as a cookie */
    post: operations["signInByPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/session/passkey/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a browser signs to sign in by any passkey it has for this site */
    post: operations["askForPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/session/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change one's own password; all other sessions end */
    post: operations["changePassword"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/session/second-factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Finish the sign-in, or renew the second factor for what needs a fresh one */
    post: operations["showSecondFactor"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/session/second-factor/options": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a browser signs to show a passkey as the second factor */
    post: operations["askForOwnPasskey"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/shifts/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One shift; for a cashier only an own one */
    get: operations["readShift"];
    /** Open your shift; the same id again changes nothing */
    put: operations["openShift"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/shifts/{id}/count": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Count your till and close your shift; the same count again changes nothing */
    put: operations["countOwnShift"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/shifts/current": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your own open shift, or null */
    get: operations["readCurrentShift"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/tariffs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All versions of all tariffs, drafts too */
    get: operations["listTariffs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/tariffs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All versions of one tariff */
    get: operations["readTariff"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/tariffs/{id}/versions/{version}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Draft the next version of a tariff, or the first of a new one
     * @description Nothing is in force by it: another person has to approve it. The same version with the same content again changes nothing.
     */
    put: operations["putTariffVersion"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/tariffs/{id}/versions/{version}/approval": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for a second person to put a draft in force
     * @description The decision itself is made under /v1/approvals.
     */
    post: operations["requestTariffApproval"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/tariffs/{id}/versions/{version}/preview": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a draft would have meant for the purchases of a month */
    get: operations["previewTariff"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/tariffs/{id}/versions/{version}/withdrawal": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put a draft away; its number is not used again */
    post: operations["withdrawTariffVersion"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/tariffs/trial": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What is wrong with a tariff, and what it would give; nothing is stored
     * @description Everything that is wrong is in `faults`. The figures are made by what also makes quotes and vends, for a customer who is only described.
     */
    post: operations["tryTariff"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/today": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A day's sales on the utility's clock; for a cashier those of the own vendor */
    get: operations["readToday"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All users, first those who may sign in */
    get: operations["listUsers"];
    put?: never;
    /** Add a user; the password is made by chance and shown this once */
    post: operations["addUser"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/users/{id}/disable": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take all access away from a user, at once; the same again changes nothing */
    post: operations["disableUser"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/users/{id}/password": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a user a new password, shown this once; all the user's sessions end */
    post: operations["resetPassword"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/users/{id}/roles": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Replace the roles of a user; they hold from the next request on */
    put: operations["changeRoles"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/users/{id}/second-factors": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take away all second factors of somebody who has lost them; all sessions end */
    delete: operations["resetSecondFactors"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All vendors with their floats; for a cashier only the own one */
    get: operations["listVendors"];
    put?: never;
    /** Add a vendor with an empty float */
    post: operations["addVendor"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One vendor with its float; for a cashier only the own one */
    get: operations["readVendor"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/bank-batches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A vendor's bank batches, newest first; for a cashier only the own vendor's */
    get: operations["listBankBatches"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/bank-batches/{batch_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say which sales batches were brought to the bank, under which slip */
    put: operations["closeBankBatch"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/commissions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All versions of a vendor's commission; for a cashier only the own vendor's */
    get: operations["listCommissions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/commissions/{version}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Add a version of a vendor's commission, or ask a second person to */
    put: operations["putCommission"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/credit-limits/{order_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Ask a second person to change a vendor's credit limit */
    put: operations["orderCreditLimit"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/days": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A vendor's closed days, newest first; for a cashier only the own vendor's */
    get: operations["listDays"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/days/{date}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One closed day of a vendor */
    get: operations["readDay"];
    /**
     * Close a vendor's day; the same day again answers the same
     * @description The server closes each day by itself at two in the morning. Days are closed one after the other, and a closed day never changes.
     */
    put: operations["closeDay"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/days/{date}/commissions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What each vend of a closed day earned, and why */
    get: operations["listDayCommissions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/days/{date}/verification": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the vends of a closed day still add up to what was closed */
    get: operations["verifyDay"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/deposit-reversals/{reversal_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Take back a deposit that the bank took back, or ask a second person to */
    put: operations["reverseDeposit"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/deposits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A vendor's deposits, newest first; for a cashier only the own vendor's */
    get: operations["listDeposits"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/deposits/{deposit_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Pay money into a vendor's float; the same id again changes nothing */
    put: operations["depositFloat"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/operators": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who sells for a vendor, and how much; for a cashier only themself */
    get: operations["listOperators"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/operators/{user_id}/limits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say how much an operator may sell; the same again changes nothing */
    put: operations["setOperatorLimits"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/sales-batches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A vendor's sales batches, newest first; for a cashier only the own vendor's */
    get: operations["listSalesBatches"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/sales-batches/{batch_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Close a batch over some closed shifts; the same id again changes nothing */
    put: operations["closeSalesBatch"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/settings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say how a vendor works; the same again changes nothing */
    put: operations["setVendorSettings"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/shifts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A vendor's shifts, newest first; for a cashier only the own ones */
    get: operations["listShifts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/shifts/{shift_id}/count": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Count an operator's till and close the shift, also one that was forgotten */
    put: operations["countShift"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/statement": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A vendor's statement; for a cashier only the own vendor's */
    get: operations["readStatement"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/statement.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A vendor's statement as CSV, whole */
    get: operations["exportStatement"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vendors/{id}/suspension": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Stop a vendor from selling, at once */
    put: operations["suspendVendor"];
    post?: never;
    /** Let a vendor sell again; one that may already is no refusal */
    delete: operations["resumeVendor"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vends": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Vends, newest first; all, or those of one meter, vendor, agreement, kind or time */
    get: operations["listVends"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vends/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One vend */
    get: operations["readVend"];
    /**
     * Sell, or read what became of the vend of this id
     * @description The id is made by the client and repeated on every retry: the same id with the same content is the same vend and gives the same digits. 201 the first time, 200 when it was there before. After vend_outcome_unknown, and when no answer came at all, ask again with the same id.
     */
    put: operations["vend"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vends/{id}/after-sale": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a vend was claimed for since, and what can be done with it now */
    get: operations["readAfterSale"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vends/{id}/reprints": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who printed the receipt again, and when */
    get: operations["listReprints"];
    put?: never;
    /** Print a receipt again: the same digits, and a record that it was done */
    post: operations["reprintVend"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/vends/{id}/resends/{resend_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Have the same digits sent to the customer once more; once for each id
     * @description What is wanted is written down. Carriers that send it are not there yet.
     */
    put: operations["wantResend"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/webhooks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All webhooks, the oldest first, also those that were stopped */
    get: operations["listWebhooks"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/webhooks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Begin a webhook, once for each id; its secret is in the first answer
     * @description Messages are signed as Standard Webhooks 1.0.0 says: the headers webhook-id, webhook-timestamp and webhook-signature. Each is sent at least once; webhook-id is the same on every attempt. Any answer from 200 to 299 takes it; anything else is tried again, over about four days.
     */
    put: operations["putWebhook"];
    post?: never;
    /** Stop a webhook; the same again changes nothing */
    delete: operations["stopWebhook"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/webhooks/{id}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages of a webhook, newest first */
    get: operations["listWebhookDeliveries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/webhooks/{id}/replays": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send again what occurred in a span of time */
    post: operations["replayWebhook"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/v1/webhooks/{id}/secret": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a new secret; for a day messages are signed with both */
    post: operations["rotateWebhookSecret"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AccountPayment: {
      account_number: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      agreement_id: string;
      channel: string;
      customer_name: string | null;
      debt: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      } | null;
      document_reference: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "debt" | "connection" | "conversion" | "tamper";
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      paid_at: string;
      payment: {
        method: string;
        reference: string | null;
      } | null;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      payment_minor: string;
      reversal: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        reason: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        reversed_at: string;
        reversed_by: string;
      } | null;
      taken_by: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id: string;
      vendor_name: string;
    };
    AccountPayments: {
      next: string | null;
      payments: components["schemas"]["AccountPayment"][];
    };
    AccountStatement: {
      account: {
        code: string;
        /** @description What it is summed under in reports */
        group: string | null;
        /** @enum {string} */
        kind: "asset" | "liability" | "income" | "expense" | "equity";
        name: string;
        /** @enum {string} */
        normal_side: "debit" | "credit";
      };
      /**
       * @description After the last line of this page
       * @example 5000
       */
      closing_minor: string;
      /** Format: date */
      from: string;
      lines: {
        /**
         * @description Debits less credits in minor units, in decimal: above zero on the debit side
         * @example 5000
         */
        balance_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        credit_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        debit_minor: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        entry_id: string;
        kind: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        posted_at: string;
      }[];
      next: string | null;
      /**
       * @description Debits less credits in minor units, in decimal: above zero on the debit side
       * @example 5000
       */
      opening_minor: string;
      /**
       * Format: date
       * @description The last day, whole
       */
      to: string;
    };
    AddedApiKey: {
      api_key: components["schemas"]["ApiKey"];
      /** @description What the machine client sends as `Authorization: Bearer …`; never seen again */
      secret: string;
    };
    AddedUser: {
      /**
       * @description Made by chance and never seen again
       * @example h7kqm-2wxyz-9abcd-efghj
       */
      password: string;
      user: components["schemas"]["User"];
    };
    AfterSale: {
      /** @description What has the vend for itself; null when it is free */
      claim: {
        /** @enum {string} */
        deed: "refund" | "repair" | "reissue";
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
      } | null;
      /** @description Given to the meter since, under the same key */
      newer_tokens: number;
      /** @description What the vend is reason for; who may ask is another matter */
      refusals: {
        /** @description The refusal it would meet at this moment; null when it can be asked for */
        refund: string | null;
        /** @description The refusal it would meet at this moment; null when it can be asked for */
        reissue: string | null;
        /** @description The refusal it would meet at this moment; null when it can be asked for */
        repair: string | null;
        /** @description The refusal it would meet at this moment; null when it can be asked for */
        resend: string | null;
      };
      reissue_from_newer_tokens: number;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
    };
    Agreement: {
      account_number: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      began_at: string;
      customer: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      } | null;
      ended_at: string | null;
      entitlements: string[];
      exemptions: string[];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      meter_number: string | null;
      service_point: {
        address: string;
        code: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
      };
      tariff: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      };
    };
    AgreementPatch: {
      entitlements?: string[];
      exemptions?: string[];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      tariff_id?: string;
    };
    Agreements: {
      agreements: components["schemas"]["Agreement"][];
      next: string | null;
    };
    ApiKey: {
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      created_at: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      name: string;
      /** @description What the key may do */
      permissions: ("vend.sell" | "vend.read" | "vend.reprint" | "quote" | "payment.take" | "payment.read" | "meter.read" | "customer.read" | "tariff.read" | "vendor.read" | "report.read")[];
      /** @description Ed25519, 32 octets in base64; with it the client signs its requests */
      public_key: string | null;
      /** @description Null for no limit of its own */
      requests_per_minute: number | null;
      revoked_at: string | null;
      /** @description Then its secret alone opens nothing */
      signature_required: boolean;
      vendor: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      };
    };
    ApiKeyLimits: {
      /** @description What the key may do */
      permissions: ("vend.sell" | "vend.read" | "vend.reprint" | "quote" | "payment.take" | "payment.read" | "meter.read" | "customer.read" | "tariff.read" | "vendor.read" | "report.read")[];
      /** @description Ed25519, 32 octets in base64; with it the client signs its requests */
      public_key: string | null;
      /** @description Null for no limit of its own */
      requests_per_minute: number | null;
      /** @description Then its secret alone opens nothing */
      signature_required: boolean;
    };
    ApiKeys: {
      api_keys: components["schemas"]["ApiKey"][];
    };
    Approval: {
      decided_at: string | null;
      decided_by: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        sign_in_name: string;
      } | null;
      decision_reason: string | null;
      document_reference: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      expires_at: string;
      /**
       * Format: uuid
       * @description Of the order
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "tariff_version" | "debt_write_off" | "refund" | "wrong_meter" | "free_issue" | "credit_transfer" | "reissue" | "engineering" | "float_adjustment" | "limit_change" | "key_load";
      /** @description Whether you may approve or reject it now */
      may_decide: boolean;
      /** @description Whether you may take it back now */
      may_withdraw: boolean;
      reason: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      requested_at: string;
      requested_by: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        sign_in_name: string;
      };
      /** @enum {string} */
      state: "requested" | "approved" | "rejected" | "withdrawn" | "expired";
      /** @description What is to be done */
      subject: {
        [key: string]: unknown;
      };
      summary: string;
    };
    ApprovalRequest: {
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      approval_id: string;
      /** @default null */
      document_reference?: string | null;
      reason: string;
    };
    ApprovalRequested: {
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      approval_id: string;
      state: string;
    };
    Approvals: {
      approvals: components["schemas"]["Approval"][];
      next: string | null;
    };
    AuditCheck: {
      events: number;
      /** @description The first event that is not as it was written */
      fault: {
        /** @enum {string} */
        kind: "out-of-sequence" | "broken-link" | "edited" | "wrong-head";
        sequence: number;
      } | null;
      /** @description Write it down elsewhere: it proves this later */
      head_hash: string;
      intact: boolean;
    };
    AuditEvent: {
      actor: {
        id: string | null;
        /** @enum {string} */
        kind: "user" | "machine" | "server" | "nobody";
        name: string | null;
      };
      address: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      at: string;
      details: {
        [key: string]: unknown;
      };
      /** @description SHA-256 in hexadecimal */
      hash: string;
      /** @description SHA-256 in hexadecimal */
      previous_hash: string;
      sequence: number;
      subject: {
        id: string;
        kind: string;
      } | null;
      /** @example user.roles_changed */
      what: string;
    };
    AuditEvents: {
      events: components["schemas"]["AuditEvent"][];
      next: string | null;
    };
    BankBatch: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      bankable_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      brought_minor: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      closed_at: string;
      closed_by: string;
      deposit_ids: string[];
      /**
       * @description What of the deposits that name this batch has not come back
       * @example 5000
       */
      deposited_minor: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @description Counts the vendor's bank batches without a gap */
      number: number;
      sales_batch_ids: string[];
      slip_number: string;
      source: string;
    };
    BankBatches: {
      bank_batches: components["schemas"]["BankBatch"][];
      next: number | null;
    };
    Camt053Format: {
      /** @default null */
      account_number: string | null;
      external_id: ("end_to_end_id" | "transaction_id" | "servicer_reference" | "entry_reference")[];
      /** @constant */
      kind: "camt053";
    };
    Camt053FormatInput: {
      /** @default null */
      account_number?: string | null;
      external_id: ("end_to_end_id" | "transaction_id" | "servicer_reference" | "entry_reference")[];
      /** @constant */
      kind: "camt053";
    };
    Chain: {
      /** @description Nothing is posted before this */
      closed_to: string | null;
      head: {
        /** @description Its number, in decimal; the first is 1 */
        block: string;
        /** @description 64 hexadecimal digits */
        hash: string;
      } | null;
      /** @description The last one since this server was started */
      last_check: components["schemas"]["ChainCheck"] | null;
      /** @description In blocks up to here */
      sealed_to: string | null;
    };
    ChainCheck: {
      blocks: number;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      checked_at: string;
      /** @description What was posted up to here is proved */
      checked_to: string | null;
      entries: number;
      faults: {
        block: string | null;
        entry_id: string | null;
        /** @enum {string} */
        kind: "block_missing" | "block_altered" | "block_unlinked" | "entry_altered" | "entry_added" | "entry_removed" | "ledger_reopened" | "known_head_missing";
        /** @description Of an entry that is gone, in its block */
        position: number | null;
      }[];
      /** @description Write it down elsewhere: it proves this later */
      head: {
        /** @description Its number, in decimal; the first is 1 */
        block: string;
        /** @description 64 hexadecimal digits */
        hash: string;
      } | null;
      intact: boolean;
    };
    CheckedStatement: {
      fault_count: number;
      faults: {
        column: string | null;
        expected: string;
        found: string;
        line: number;
      }[];
      /** @description The first lines as they are read */
      sample: components["schemas"]["StatementLine"][];
      totals: components["schemas"]["StatementTotals"];
    };
    Commission: {
      /** @description Whether a second person must agree */
      above_ceiling: boolean;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      added_at: string;
      added_by: string;
      approved_by: string | null;
      channels: {
        [key: string]: components["schemas"]["CommissionTerms"];
      };
      /** Format: date */
      effective_from: string;
      example: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        commission_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
      };
      /** @description What the rule means, to be read and agreed to */
      in_words: string[];
      /** @enum {string} */
      paid: "daily" | "monthly";
      terms: components["schemas"]["CommissionTerms"];
      version: number;
    };
    CommissionRule: {
      /** @description Whether a second person must agree */
      above_ceiling: boolean;
      channels: {
        [key: string]: components["schemas"]["CommissionTerms"];
      };
      example: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        commission_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
      };
      /** @description What the rule means, to be read and agreed to */
      in_words: string[];
      terms: components["schemas"]["CommissionTerms"];
    };
    Commissions: {
      commissions: components["schemas"]["Commission"][];
    };
    CommissionTerms: {
      /**
       * @description What the rate is of: all that was tendered, or the charge for energy in it
       * @enum {string}
       */
      base: "tendered" | "energy_charge";
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      fixed_minor: string;
      least_minor: string | null;
      most_minor: string | null;
      steps: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        above_minor: string;
        rate: string;
      }[];
    };
    ComponentsReport: {
      components: {
        account: string | null;
        component: string;
        energy_tenth_kwh: number;
        /** @enum {string} */
        kind: "energy" | "in-meter" | "per-kwh" | "fixed" | "fee" | "rate" | "debt" | "free";
        lines: number;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        money_minor: string;
        name: string | null;
        tariff: {
          /**
           * Format: uuid
           * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
           */
          id: string;
          name: string;
        } | null;
      }[];
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
    };
    CsvFormat: {
      /** @description The name in the header row, or the place counted from 1 */
      date: string | number;
      /** @example DD/MM/YYYY HH:mm */
      date_format: string;
      /**
       * @default .
       * @enum {string}
       */
      decimal_separator: "." | ",";
      /**
       * @default ,
       * @enum {string}
       */
      delimiter: "," | ";" | "\t" | "|";
      /**
       * @default utf-8
       * @enum {string}
       */
      encoding: "utf-8" | "windows-1252";
      /** @default null */
      external_id: (string | number) | null;
      /** @default null */
      fee: (string | number) | null;
      /** @default true */
      has_header: boolean;
      /** @default [] */
      ignore_lines_that_begin: string[];
      /** @constant */
      kind: "csv";
      /** @default null */
      meter_number: (string | number) | null;
      money: {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        /** @constant */
        kind: "signed";
      } | {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        /** @constant */
        kind: "credits";
      } | {
        /** @description The name in the header row, or the place counted from 1 */
        credit: string | number;
        /** @description The name in the header row, or the place counted from 1 */
        debit: string | number;
        /** @constant */
        kind: "two_columns";
      } | {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        credit_words: string[];
        debit_words: string[];
        /** @description The name in the header row, or the place counted from 1 */
        indicator: string | number;
        /** @constant */
        kind: "indicator";
      };
      /** @default null */
      payer: (string | number) | null;
      /** @default null */
      reference: (string | number) | null;
      /** @default 0 */
      skip_lines: number;
      /** @default null */
      status: {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        counts: string[];
      } | null;
      /**
       * @default
       * @enum {string}
       */
      thousands_separator: "" | "," | "." | " " | "'";
    };
    CsvFormatInput: {
      /** @description The name in the header row, or the place counted from 1 */
      date: string | number;
      /** @example DD/MM/YYYY HH:mm */
      date_format: string;
      /**
       * @default .
       * @enum {string}
       */
      decimal_separator?: "." | ",";
      /**
       * @default ,
       * @enum {string}
       */
      delimiter?: "," | ";" | "\t" | "|";
      /**
       * @default utf-8
       * @enum {string}
       */
      encoding?: "utf-8" | "windows-1252";
      /** @default null */
      external_id?: (string | number) | null;
      /** @default null */
      fee?: (string | number) | null;
      /** @default true */
      has_header?: boolean;
      /** @default [] */
      ignore_lines_that_begin?: string[];
      /** @constant */
      kind: "csv";
      /** @default null */
      meter_number?: (string | number) | null;
      money: {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        /** @constant */
        kind: "signed";
      } | {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        /** @constant */
        kind: "credits";
      } | {
        /** @description The name in the header row, or the place counted from 1 */
        credit: string | number;
        /** @description The name in the header row, or the place counted from 1 */
        debit: string | number;
        /** @constant */
        kind: "two_columns";
      } | {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        credit_words: string[];
        debit_words: string[];
        /** @description The name in the header row, or the place counted from 1 */
        indicator: string | number;
        /** @constant */
        kind: "indicator";
      };
      /** @default null */
      payer?: (string | number) | null;
      /** @default null */
      reference?: (string | number) | null;
      /** @default 0 */
      skip_lines?: number;
      /** @default null */
      status?: {
        /** @description The name in the header row, or the place counted from 1 */
        column: string | number;
        counts: string[];
      } | null;
      /**
       * @default
       * @enum {string}
       */
      thousands_separator?: "" | "," | "." | " " | "'";
    };
    CurrentShift: {
      shift: components["schemas"]["Shift"] | null;
    };
    Customer: {
      erased_at: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      language: string | null;
      name: string;
      notes: string;
      phone: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      registered_at: string;
    };
    CustomerChanges: {
      changes: {
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        at: string;
        /** @description The fields as they were; null when the data have been erased */
        before: {
          [key: string]: string | null;
        } | null;
        by: string;
        fields: string[];
        revision: number;
      }[];
      next: string | null;
    };
    CustomerPatch: {
      language?: string | null;
      name?: string;
      notes?: string;
      phone?: string | null;
    };
    Customers: {
      customers: components["schemas"]["Customer"][];
      next: string | null;
    };
    DayCommissions: {
      commissions: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        base_minor: string;
        /** @description Which bound decided; base: no vend earns above what it is of */
        bound: ("least" | "most" | "base") | null;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        commission_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        fixed_minor: string;
        late: boolean;
        parts: {
          /**
           * @description Money in minor units of the currency, in decimal
           * @example 5000
           */
          base_minor: string;
          rate: string;
        }[];
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        requested_at: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        vend_id: string;
      }[];
      /** Format: date */
      day: string;
      /** @description The `skip` of the next page */
      next: number | null;
    };
    DayVerification: {
      /** Format: date */
      day: string;
      found_root: string;
      found_vends: number;
      root: string;
      vends: number;
      /** @description Whether the vends still add up to what was closed */
      verified: boolean;
    };
    Debt: {
      account_number: string;
      /** Format: date */
      agreed_on: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      agreement_id: string;
      /** Format: date */
      collect_from: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      created_at: string;
      created_by: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "arrears" | "connection" | "tamper" | "appliance";
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      least_minor: string;
      name: string;
      /**
       * @description Less what vends under way are taking
       * @example 5000
       */
      owed_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      principal_minor: string;
      priority: number;
      recovery: components["schemas"]["Recovery"];
      /** @description The terms, with an example */
      recovery_in_words: string;
      reference: string;
      /** @enum {string} */
      state: "open" | "suspended" | "settled" | "written_off";
    };
    DebtChange: {
      change: {
        /** @constant */
        kind: "terms";
        terms: components["schemas"]["DebtTerms"];
      } | {
        /** @constant */
        kind: "suspended";
      } | {
        /** @constant */
        kind: "resumed";
      };
      reason: string;
    };
    Debts: {
      debts: components["schemas"]["Debt"][];
    };
    DebtsReport: {
      /** @description Of what is owed now, by the days since it was agreed */
      ages: {
        debts: number;
        from_days: number;
        kind: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        owed_minor: string;
      }[];
      /** Format: date */
      from: string;
      movements: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        closing_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        collected_minor: string;
        kind: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        new_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        opening_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        paid_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        written_off_minor: string;
      }[];
      /** Format: date */
      to: string;
    };
    DebtTerms: {
      /**
       * @description From this day of the utility's calendar on
       * @example 2026-01-31
       */
      collect_from: string & (unknown & unknown);
      /**
       * @description At least this much of each purchase
       * @example 120000
       */
      least_minor: string;
      /** @description The lowest is served first */
      priority: number;
      recovery: components["schemas"]["RecoveryInput"];
    };
    DebtWithHistory: {
      account_number: string;
      /** Format: date */
      agreed_on: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      agreement_id: string;
      changes: {
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        changed_at: string;
        changed_by: string;
        details: {
          [key: string]: string | number | null;
        };
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        /** @enum {string} */
        kind: "terms" | "suspended" | "resumed" | "written_off";
        reason: string;
      }[];
      /** Format: date */
      collect_from: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      created_at: string;
      created_by: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "arrears" | "connection" | "tamper" | "appliance";
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      least_minor: string;
      name: string;
      /**
       * @description Less what vends under way are taking
       * @example 5000
       */
      owed_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      principal_minor: string;
      priority: number;
      recovery: components["schemas"]["Recovery"];
      /** @description The terms, with an example */
      recovery_in_words: string;
      reference: string;
      /** @enum {string} */
      state: "open" | "suspended" | "settled" | "written_off";
    };
    Decision: {
      /** @enum {string} */
      decision: "approved" | "rejected" | "withdrawn";
      /** @default null */
      reason?: string | null;
    };
    DemoMeters: {
      meters: {
        address: string;
        customer_name: string | null;
        /** @enum {string} */
        dkga: "02" | "04";
        /** @enum {string} */
        encryption_algorithm: "11" | "07";
        load_watts: number;
        /**
         * @description The number printed on the meter (DRN)
         * @example 01234567897
         */
        meter_number: string;
      }[];
    };
    DemoSignIn: {
      /**
       * @description The demo has two people, for what one alone may not do
       * @default demo
       * @enum {string}
       */
      as?: "demo" | "checker";
      link_secret: string;
    };
    DemoSwitch: {
      /**
       * @description The demo has two people, for what one alone may not do
       * @enum {string}
       */
      as: "demo" | "checker";
    };
    Deposit: {
      /**
       * @description The ledger account that has the money now
       * @enum {string}
       */
      account: "bank" | "cash_in_transit" | "mobile_money_clearing" | "agent_clearing";
      bank_batch_id: string | null;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      deposit_minor: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      deposited_at: string;
      deposited_by: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      reference: string;
      /** @description Null unless it came back */
      reversal: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        reason: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        reversed_at: string;
      } | null;
      slip_number: string | null;
      source: string;
      value_date: string | null;
    };
    DepositAnswer: {
      /**
       * @description The ledger account that has the money now
       * @enum {string}
       */
      account: "bank" | "cash_in_transit" | "mobile_money_clearing" | "agent_clearing";
      bank_batch_id: string | null;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      deposit_minor: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      deposited_at: string;
      deposited_by: string;
      float: components["schemas"]["Float"];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      reference: string;
      /** @description Null unless it came back */
      reversal: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        reason: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        reversed_at: string;
      } | null;
      slip_number: string | null;
      source: string;
      value_date: string | null;
    };
    Deposits: {
      deposits: components["schemas"]["Deposit"][];
      next: string | null;
    };
    EngineeringContent: {
      /** @constant */
      kind: "clear-credit";
      /** @description 65535 clears every register */
      register: number;
    } | {
      /** @constant */
      kind: "clear-tamper-condition";
    } | {
      /** @constant */
      kind: "set-maximum-power-limit";
      /** @description In watts */
      power_watts: number;
    } | {
      /** @constant */
      kind: "set-maximum-phase-power-unbalance-limit";
      /** @description In watts */
      power_watts: number;
    };
    EnrolledFactor: {
      /** @description With the first factor only; never seen again */
      recovery_codes: string[] | null;
    };
    Float: {
      /**
       * @description Posted less reserved less floor
       * @example 5000
       */
      available_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      floor_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      posted_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      reserved_minor: string;
    };
    GeneratedPassword: {
      /**
       * @description Made by chance and never seen again
       * @example h7kqm-2wxyz-9abcd-efghj
       */
      password: string;
    };
    Health: {
      /** @enum {string} */
      database: "up" | "down";
      /** @enum {string} */
      security_module: "up" | "down";
      /** @enum {string} */
      status: "ok" | "degraded";
    };
    Import: {
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      at: string;
      by: string;
      faults: {
        advice: string;
        column: string | null;
        /** @enum {string} */
        fault: "quotes_broken" | "column_unknown" | "column_twice" | "column_missing" | "cell_count" | "cell_empty" | "too_long" | "not_plain_text" | "not_a_whole_number" | "out_of_range" | "not_degrees" | "position_incomplete" | "not_one_of" | "not_a_uuid" | "not_components" | "not_a_language" | "written_as_float" | "leading_zero_lost" | "meter_number_invalid" | "twice_in_file" | "customer_twice" | "tariff_not_found" | "tariff_name_ambiguous" | "vending_key_not_found" | "customer_exists" | "meter_exists" | "account_number_exists" | "service_point_code_exists";
        line: number;
        /** @description What stands there, shortened */
        value: string;
      }[];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "customers_and_meters" | "meters";
      lines: number;
      /** @description Of this phase, while it is running */
      lines_done: number | null;
      /** @description What was made; after a trial run, what would be */
      made: {
        agreements: number;
        customers: number;
        meters: number;
        service_points: number;
      } | null;
      phase: ("reading" | "checking" | "writing") | null;
      /** @description Lines that say what is there already */
      skipped: number;
      /**
       * @description imported: done; checked: a trial run without faults; faulty: lines are wrong, nothing was made
       * @enum {string}
       */
      state: "running" | "imported" | "checked" | "faulty";
    };
    KnownPayment: {
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      at: string;
      has_token: boolean;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "vend" | "deposit";
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      known_minor: string;
      meter_number: string | null;
      reference: string | null;
      vendor_id: string | null;
    };
    Line: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      balance_after_minor?: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      base_minor?: string;
      detail: string;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh?: number;
      /** @description Of the tariff's component, or of the debt */
      id: string;
      /** @enum {string} */
      kind: "debt" | "fee" | "fixed" | "energy" | "per-kwh" | "rate" | "free" | "in-meter";
      label: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      line_minor: string;
      price_per_kwh_e4_minor?: string;
      rate_basis_points?: number;
    };
    /** @description RegistrationResponseJSON of the WebAuthn API */
    MadePasskey: {
      /** @enum {string} */
      authenticatorAttachment?: "platform" | "cross-platform";
      clientExtensionResults: {
        [key: string]: unknown;
      };
      id: string;
      rawId: string;
      response: {
        attestationObject: string;
        clientDataJSON: string;
        transports?: string[];
      } & {
        [key: string]: unknown;
      };
      /** @constant */
      type: "public-key";
    } & {
      [key: string]: unknown;
    };
    Meter: {
      address: string;
      base_date: number;
      customer: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      } | null;
      /** @enum {string} */
      dkga: "02" | "04";
      /** @enum {string} */
      encryption_algorithm: "11" | "07";
      key_expiry_number: number;
      key_revision_number: number;
      key_type: number;
      last_vend_at: string | null;
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      /** @description The whole number of the meter, 18 digits */
      meter_pan: string;
      /** @enum {string} */
      status: "active" | "blocked";
      /** @description Supply group code (SGC) */
      supply_group_code: string;
      tariff: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      };
      /** @description Tariff index (TI) */
      tariff_index: string;
    };
    MeterCard: {
      agreement: {
        account_number: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        tariff: {
          /**
           * Format: uuid
           * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
           */
          id: string;
          name: string;
        };
      } | null;
      base_date: number;
      customer: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      } | null;
      /** @enum {string} */
      dkga: "02" | "04";
      /** @enum {string} */
      encryption_algorithm: "11" | "07";
      key_epoch: number;
      key_expiry_number: number;
      key_revision_number: number;
      key_type: number;
      last_vend_at: string | null;
      meter_number: string;
      meter_pan: string;
      model: string;
      /** @enum {string} */
      payment_mode: "energy" | "currency";
      phases: 1 | 3;
      service_point: {
        address: string;
        area: string;
        code: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
      } | null;
      /** @enum {string} */
      status: "in_store" | "active" | "blocked" | "removed" | "scrapped";
      /** @description Supply group code (SGC) */
      supply_group_code: string;
      /** @description Tariff index (TI) */
      tariff_index: string;
    };
    MeterCards: {
      meters: components["schemas"]["MeterCard"][];
      next: string | null;
    };
    MeterHistory: {
      events: {
        /** @description Null when it was not recorded */
        at: string | null;
        by: string | null;
        details: {
          [key: string]: string | number | null;
        };
        kind: string;
      }[];
      next: string | null;
      vends: {
        last_posted_at: string | null;
        posted: number;
      };
    };
    /** @description The memory of a meter as its factory delivered it */
    MeterMemory: {
      [key: string]: unknown;
    };
    MeterOperation: {
      /** @constant */
      kind: "install";
      /** @default null */
      reading_wh?: number | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      service_point_id: string;
    } | {
      /** @default null */
      credit_left_wh?: number | null;
      /** @constant */
      kind: "remove";
      /** @default null */
      reading_wh?: number | null;
      reason: string;
    } | {
      /** @constant */
      kind: "block";
      reason: string;
    } | {
      /** @constant */
      kind: "unblock";
      reason: string;
    } | {
      /** @constant */
      kind: "return_to_store";
      reason: string;
    } | {
      /** @constant */
      kind: "scrap";
      reason: string;
    } | {
      /** @default null */
      credit_left_wh?: number | null;
      /** @default null */
      installed_reading_wh?: number | null;
      /** @constant */
      kind: "replace";
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      new_meter_number: string;
      reason: string;
      /** @default null */
      removed_reading_wh?: number | null;
    };
    MeterOperationAnswer: {
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      kind: string;
      meter: components["schemas"]["MeterCard"];
      new_meter: components["schemas"]["MeterCard"] | null;
      /** @description The order for the credit that was left, which needs a second person */
      transfer: {
        credit_left_wh: number;
        energy_tenth_kwh: number;
        from_meter_number: string;
        meter_number: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        order_id: string;
      } | null;
    };
    Meters: {
      meters: components["schemas"]["Meter"][];
      next: string | null;
    };
    NewAccountPayment: {
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      agreement_id: string;
      channel?: string;
      /**
       * Format: uuid
       * @description The debt that is paid; for kind debt only
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      debt_id?: string;
      /** @description Of the form or letter that asked for it */
      document_reference?: string;
      /** @enum {string} */
      kind: "debt" | "connection" | "conversion" | "tamper";
      payment?: {
        /**
         * @description How it was paid
         * @example mobile_money
         */
        method: string;
        /** @description Of the one payment; it pays once, whatever it pays */
        reference: string | null;
      };
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 45000
       */
      payment_minor: string;
    };
    NewAccountPaymentReversal: {
      reason: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      reversal_id: string;
    };
    NewAgreement: {
      account_number: string;
      customer_id: string | null;
      /** @default [] */
      entitlements?: string[];
      /** @default [] */
      exemptions?: string[];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      service_point_id: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      tariff_id: string;
    };
    NewApiKey: {
      /** @description Whose key it is; stands on receipts */
      name: string;
      /**
       * @description What the key may do
       * @default [
       *       "vend.sell",
       *       "vend.read",
       *       "vend.reprint",
       *       "quote",
       *       "payment.take",
       *       "payment.read",
       *       "meter.read",
       *       "customer.read",
       *       "tariff.read",
       *       "vendor.read",
       *       "report.read"
       *     ]
       */
      permissions?: ("vend.sell" | "vend.read" | "vend.reprint" | "quote" | "payment.take" | "payment.read" | "meter.read" | "customer.read" | "tariff.read" | "vendor.read" | "report.read")[];
      /**
       * @description Ed25519, 32 octets in base64; with it the client signs its requests
       * @default null
       */
      public_key?: string | null;
      /**
       * @description Null for no limit of its own
       * @default null
       */
      requests_per_minute?: number | null;
      /** @default false */
      signature_required?: boolean;
      /**
       * Format: uuid
       * @description On whose float it sells
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id: string;
    };
    NewBankBatch: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 500000
       */
      brought_minor: string;
      sales_batch_ids: string[];
      slip_number: string;
      /** @description The bank account, as deposits name it */
      source: string;
    };
    NewCommission: {
      /**
       * @description Asks a second person to agree, for a rule above the ceiling
       * @default null
       */
      approval?: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        reason: string;
      } | null;
      /**
       * @description Terms of their own for some channels
       * @default {}
       */
      channels?: {
        [key: string]: components["schemas"]["NewCommissionTerms"];
      };
      /**
       * @description From this day on the utility's calendar
       * @example 2026-01-31
       */
      effective_from: string & (unknown & unknown);
      /**
       * @description daily: into the float at the end of each day; monthly: owed until it is paid
       * @enum {string}
       */
      paid: "daily" | "monthly";
      terms: components["schemas"]["NewCommissionTerms"];
    };
    NewCommissionRule: {
      /**
       * @description Terms of their own for some channels
       * @default {}
       */
      channels?: {
        [key: string]: components["schemas"]["NewCommissionTerms"];
      };
      terms: components["schemas"]["NewCommissionTerms"];
    };
    NewCommissionTerms: {
      /**
       * @description What the rate is of: all that was tendered, or the charge for energy in it
       * @enum {string}
       */
      base: "tendered" | "energy_charge";
      /**
       * @description For each vend
       * @default 0
       * @example 500000
       */
      fixed_minor?: string;
      /**
       * @description Of each vend
       * @default null
       */
      least_minor?: string | null;
      /**
       * @description Of each vend
       * @default null
       */
      most_minor?: string | null;
      /**
       * @description The rate from each volume of the month on; the first is above "0"
       * @default []
       */
      steps?: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 500000
         */
        above_minor: string;
        /**
         * @description A rate with its unit, "2.5 %" or "250 basis points"; a bare number is refused
         * @example 2.5 %
         */
        rate: string;
      }[];
    };
    NewCount: {
      /** @description What is there by method of payment; cash with the change */
      counted: {
        [key: string]: string;
      };
    };
    NewCreditLimit: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 500000
       */
      credit_limit_minor: string;
      /** @description For whoever approves it */
      reason: string;
    };
    NewCustomer: {
      /** @default null */
      language?: string | null;
      name: string;
      /** @default  */
      notes?: string;
      /** @default null */
      phone?: string | null;
    };
    NewDebt: {
      /**
       * @description A day on the utility's calendar
       * @example 2026-01-31
       */
      agreed_on: string & (unknown & unknown);
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      agreement_id: string;
      /**
       * @description From this day of the utility's calendar on
       * @example 2026-01-31
       */
      collect_from: string & (unknown & unknown);
      /** @enum {string} */
      kind: "arrears" | "connection" | "tamper" | "appliance";
      /**
       * @description At least this much of each purchase
       * @example 120000
       */
      least_minor: string;
      /** @description As it stands on receipts */
      name: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 120000
       */
      principal_minor: string;
      /** @description The lowest is served first */
      priority: number;
      recovery: components["schemas"]["RecoveryInput"];
      /** @description Of the paper that goes with it */
      reference: string;
    };
    NewDeposit: {
      /**
       * @description The ledger account that has the money now
       * @default bank
       * @enum {string}
       */
      account?: "bank" | "cash_in_transit" | "mobile_money_clearing" | "agent_clearing";
      /** @default null */
      bank_batch_id?: string | null;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 500000
       */
      deposit_minor: string;
      /** @description What the bank's statement says */
      reference: string;
      /** @default null */
      slip_number?: string | null;
      /**
       * @description The bank account or counter it came in by; slips are told apart within it
       * @default bank
       */
      source?: string;
      /**
       * @description From when the bank counts it
       * @default null
       */
      value_date?: (string & (unknown & unknown)) | null;
    };
    NewDepositReversal: {
      /**
       * @description Ask a second person to take it back although the float does not cover it; the vendor is then suspended until new deposits do
       * @default false
       */
      below_limit?: boolean;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      deposit_id: string;
      /** @description Why it came back */
      reason: string;
    };
    NewFreeUnits: {
      /**
       * @description Where it is sold; the tariff may charge by it
       * @example counter
       */
      channel?: string;
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      /**
       * Format: uuid
       * @description The seller's own vendor; another one is refused
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id?: string;
    };
    NewMeter: {
      address: string;
      customer_id: string | null;
      /** @enum {string} */
      dkga: "02" | "04";
      /** @enum {string} */
      encryption_algorithm: "11" | "07";
      key_revision_number: number;
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      /** @description Supply group code (SGC) */
      supply_group_code: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      tariff_id: string;
      /** @description Tariff index (TI) */
      tariff_index: string;
    };
    NewOperatorLimits: {
      most_per_day_minor: string | null;
      /** @description Of one vend */
      most_tendered_minor: string | null;
      most_vends_per_day: number | null;
    };
    NewPasskey: {
      name: string;
      passkey: components["schemas"]["MadePasskey"];
    };
    NewPaymentSource: {
      /**
       * @description Code of the ledger's account of this money
       * @example mobile_money_clearing
       */
      clearing_account: string;
      expected_fee: {
        basis_points: number;
        fixed_minor: string;
        /** @enum {string} */
        rounding: "down" | "half_up" | "up";
      } | null;
      format: components["schemas"]["CsvFormatInput"] | components["schemas"]["Camt053FormatInput"];
      /** @enum {string} */
      kind: "bank" | "mobile_money" | "agent" | "card";
      match_window_minutes: number;
      /**
       * @description Whether a line says what was paid, or that less the fee
       * @enum {string}
       */
      money_basis: "gross" | "net";
      name: string;
      payment_methods: string[];
      takes_deposits: boolean;
      /** @example Africa/Nairobi */
      time_zone: string;
      vendor_id: string | null;
    };
    NewPublishedValue: {
      /** @description In 1/10000 of a minor unit per kWh; below zero for a rebate */
      price_per_kwh_e4_minor: string;
    };
    NewQuote: {
      /**
       * @description Where it is sold; the tariff may charge by it
       * @example counter
       */
      channel?: string;
      /** @description Asks for the least money that buys this much */
      energy_tenth_kwh?: number;
      /**
       * @description Asks which free units are due
       * @constant
       */
      free_units?: true;
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tendered_minor?: string;
      /**
       * Format: uuid
       * @description The seller's own vendor; another one is refused
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id?: string;
    };
    NewReconciliationRun: {
      /**
       * Format: date-time
       * @description Vends and deposits from this moment
       */
      from: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      source_id: string;
      /**
       * Format: date-time
       * @description Up to, not including, this one
       */
      to: string;
    };
    NewRefund: {
      /**
       * @description With money to a debt
       * @default null
       */
      debt_id?: string | null;
      /** @enum {string} */
      money_to: "vendor_float" | "debt" | "customer_credit" | "bank";
      /** @enum {string} */
      proof: "meter_evidence" | "credit_cleared" | "wrong_meter" | "duplicate_payment";
      /**
       * @description With credit_cleared: the order that cleared the meter's credit
       * @default null
       */
      proof_order_id?: string | null;
      /** @description Of the photo, paper or payment */
      proof_reference: string;
      reason: string;
      /**
       * @description What was not used; null gives the whole vend back
       * @default null
       */
      unused_tenth_kwh?: number | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
    };
    NewRepair: {
      /**
       * @description What the wrong meter's display showed, when somebody could look
       * @default null
       */
      display_code?: string | null;
      reason: string;
      /** @description Why the token was surely not keyed in */
      statement: string;
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      to_meter_number: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
    };
    NewResend: {
      /** @enum {string} */
      carrier: "sms" | "email";
    };
    NewSalesBatch: {
      shift_ids: string[];
    };
    NewServicePoint: {
      address: string;
      /** @default  */
      area?: "" | string;
      code: string;
      /** @default 1 */
      phases?: 1 | 3;
      /**
       * @description In millionths of a degree, north and east positive
       * @default null
       */
      position?: {
        latitude_e6: number;
        longitude_e6: number;
      } | null;
      /** @default null */
      supply_limit_w?: number | null;
    };
    NewShift: {
      /**
       * @description The change in the till
       * @example 500000
       */
      cash_float_minor: string;
    };
    NewSuspension: {
      /** @description Why, for the records */
      note: string;
    };
    NewTariffTrial: {
      /** @default [] */
      asks?: components["schemas"]["TrialAsk"][];
      /** Format: date-time */
      effective_from?: string;
      /** @description The tariff as data; see the guide to tariffs */
      record: {
        [key: string]: unknown;
      };
      /** @default {} */
      situation?: components["schemas"]["TrialSituation"];
      /**
       * Format: uuid
       * @description Whose versions the date must fit to
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      tariff_id?: string;
    };
    NewTariffVersion: {
      /**
       * Format: date-time
       * @description From when it is used, UTC
       * @example 2026-01-31T22:00:00.000Z
       */
      effective_from: string;
      name: string;
      /** @description The tariff as data; see the guide to tariffs */
      record: {
        [key: string]: unknown;
      };
    };
    NewTokenOrder: {
      /**
       * @description Of the paper that goes with it
       * @default null
       */
      document_reference?: string | null;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh: number;
      /** @constant */
      kind: "free_issue";
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      reason: string;
      /** @enum {string} */
      reason_code: "goodwill" | "supply_fault" | "meter_fault" | "staff" | "emergency";
    } | {
      contents: components["schemas"]["EngineeringContent"][];
      /**
       * @description Of the paper that goes with it
       * @default null
       */
      document_reference?: string | null;
      /** @constant */
      kind: "engineering";
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      reason: string;
      /** @enum {string} */
      reason_code: "commissioning" | "tamper_repaired" | "load_limit" | "fault_finding" | "refund_proof";
    } | {
      /**
       * @description Of the paper that goes with it
       * @default null
       */
      document_reference?: string | null;
      /** @constant */
      kind: "transfer";
      reason: string;
      /**
       * Format: uuid
       * @description Of the replacement of the meter
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      replacement_id: string;
    } | {
      /**
       * @description Of the paper that goes with it
       * @default null
       */
      document_reference?: string | null;
      /** @constant */
      kind: "reissue";
      reason: string;
      /**
       * Format: uuid
       * @description The vend whose token grew too old
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
    };
    NewUser: {
      display_name: string;
      roles: ("cashier" | "supervisor" | "customer_officer" | "tariff_maker" | "tariff_checker" | "engineering_maker" | "engineering_checker" | "finance" | "finance_checker" | "key_custodian_a" | "key_custodian_b" | "auditor" | "security_officer" | "administrator")[];
      /**
       * @description Capital and small letters are the same name
       * @example amara
       */
      sign_in_name: string;
      /** @description On whose float a cashier sells */
      vendor_id: string | null;
    };
    NewVend: {
      /**
       * @description Where it is sold; the tariff may charge by it
       * @example counter
       */
      channel?: string;
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      payment?: components["schemas"]["Payment"];
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tendered_minor: string;
      /**
       * Format: uuid
       * @description The seller's own vendor; another one is refused
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id?: string;
    };
    NewVendor: {
      name: string;
    };
    NewVendorSettings: {
      /** @description Whether the people of this vendor need an open shift to sell */
      shift_required: boolean;
      /**
       * @description Whose the money in the till is; differences in the utility's own are posted
       * @enum {string}
       */
      till_owner: "vendor" | "utility";
    };
    NewWebhook: {
      description: string;
      /** @description What to be told of */
      kinds: ("vend.posted" | "vend.declined" | "deposit.posted" | "token_order.ended" | "refund.posted" | "vend.repaired")[];
      /**
       * @description Where messages are posted to: https, without a password in it
       * @example https://shop.example.org/wattvend
       */
      url: string;
      /** @description Only what concerns this vendor; null for all vendors */
      vendor_id: string | null;
    };
    Operator: {
      disabled: boolean;
      display_name: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @description What is null is not limited */
      limits: {
        most_per_day_minor: string | null;
        most_tendered_minor: string | null;
        most_vends_per_day: number | null;
      };
      open_shift: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        opened_at: string;
      } | null;
      sign_in_name: string;
    };
    Operators: {
      operators: components["schemas"]["Operator"][];
    };
    Ordered: {
      approval: components["schemas"]["Approval"];
    };
    Passkey: {
      id: string;
      last_used_at: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      made_at: string;
      name: string;
      /** @description Kept on several devices of its owner */
      synced: boolean;
    };
    PasskeyName: {
      name: string;
    };
    /** @description What the WebAuthn API of a browser is given, as JSON */
    PasskeyOptions: {
      challenge: string;
    } & {
      [key: string]: unknown;
    };
    PasskeySignIn: {
      passkey: components["schemas"]["ShownPasskey"];
    };
    PasswordChange: {
      current_password: string;
      new_password: string;
    };
    Payment: {
      /** @example mobile_money */
      method: string;
      /**
       * @description Of the one payment; it buys once
       * @default null
       */
      reference?: string | null;
    };
    PaymentSource: {
      /**
       * @description Code of the ledger's account of this money
       * @example mobile_money_clearing
       */
      clearing_account: string;
      expected_fee: {
        basis_points: number;
        fixed_minor: string;
        /** @enum {string} */
        rounding: "down" | "half_up" | "up";
      } | null;
      format: components["schemas"]["CsvFormat"] | components["schemas"]["Camt053Format"];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "bank" | "mobile_money" | "agent" | "card";
      match_window_minutes: number;
      /**
       * @description Whether a line says what was paid, or that less the fee
       * @enum {string}
       */
      money_basis: "gross" | "net";
      name: string;
      payment_methods: string[];
      takes_deposits: boolean;
      /** @example Africa/Nairobi */
      time_zone: string;
      vendor_id: string | null;
    };
    PaymentSources: {
      sources: components["schemas"]["PaymentSource"][];
    };
    PaymentStatement: {
      first_run_id: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      imported_at: string;
      imported_by: string;
      name: string;
      sha256: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      source_id: string;
      totals: components["schemas"]["StatementTotals"];
    };
    PaymentStatements: {
      next: string | null;
      statements: components["schemas"]["PaymentStatement"][];
    };
    Problem: {
      /** @enum {string} */
      code: "host_not_allowed" | "cross_site_request" | "path_not_found" | "method_not_allowed" | "not_signed_in" | "signature_required" | "signature_invalid" | "signature_out_of_time" | "request_replayed" | "second_factor_setup_required" | "sign_in_unfinished" | "not_allowed" | "request_too_large" | "request_not_json" | "request_invalid" | "too_many_requests" | "sign_in_too_soon" | "sign_in_failed" | "demo_link_invalid" | "password_too_short" | "password_too_long" | "current_password_wrong" | "roles_incompatible" | "sign_in_name_taken" | "own_user" | "user_not_found" | "user_disabled" | "api_key_not_found" | "approval_not_found" | "own_order" | "approval_decided" | "approval_expired" | "approval_id_conflict" | "passkeys_unavailable" | "passkey_invalid" | "second_factor_required" | "sign_in_again" | "totp_not_begun" | "totp_in_use" | "second_factor_too_soon" | "second_factor_wrong" | "factor_not_found" | "last_factor" | "vend_id_conflict" | "payment_reference_used" | "deposit_id_conflict" | "tariff_version_conflict" | "tariff_version_not_next" | "operation_id_conflict" | "published_value_conflict" | "published_revision_not_next" | "customer_not_found" | "service_point_not_found" | "agreement_not_found" | "import_not_found" | "revision_required" | "changed_meanwhile" | "customer_erased" | "agreement_in_force" | "account_number_exists" | "service_point_code_exists" | "request_not_csv" | "import_running" | "csv_unreadable" | "meter_number_invalid" | "meter_not_found" | "meter_exists" | "meter_scrapped" | "meter_installed" | "meter_not_installed" | "meter_not_in_store" | "meter_not_removed" | "meter_blocked" | "meter_not_blocked" | "new_meter_not_found" | "new_meter_not_in_store" | "service_point_occupied" | "reading_below_first" | "credit_not_transferable" | "agreement_ended" | "vending_key_not_found" | "vending_key_expired" | "tariff_not_found" | "tariff_version_not_found" | "published_value_not_found" | "tariff_version_not_draft" | "own_draft" | "published_value_approved" | "tariff_faulty" | "tariff_effective_taken" | "tariff_effective_in_past" | "ledger_account_not_found" | "sold_as_money" | "tendered_not_positive" | "tendered_below_minimum" | "tendered_above_limit" | "month_limit_reached" | "published_value_missing" | "published_value_too_low" | "free_units_not_due" | "debt_exceeds_purchase" | "charges_exceed_purchase" | "tendered_between_bands" | "tendered_below_one_unit" | "tendered_above_maximum" | "deposit_not_positive" | "debt_not_found" | "debt_id_conflict" | "debt_change_id_conflict" | "debt_settled" | "debt_not_positive" | "debt_terms_faulty" | "write_off_not_positive" | "write_off_above_debt" | "payment_not_found" | "payment_id_conflict" | "payment_not_positive" | "payment_above_debt" | "payment_reversal_id_conflict" | "payment_reversed" | "payment_of_another_day" | "payment_in_closed_shift" | "deposit_reversal_id_conflict" | "credit_limit_change_id_conflict" | "commission_version_conflict" | "commission_version_not_next" | "shift_id_conflict" | "batch_id_conflict" | "commission_faulty" | "credit_limit_below_zero" | "cash_float_below_zero" | "count_below_zero" | "brought_below_zero" | "second_person_needed" | "vendor_not_found" | "vendor_suspended" | "shift_not_open" | "operator_not_found" | "bank_batch_not_found" | "deposit_slip_used" | "deposit_not_found" | "deposit_reversed" | "credit_limit_in_use" | "float_not_covered" | "commission_day_closed" | "day_not_found" | "day_not_next" | "day_not_over" | "shift_open" | "shift_not_found" | "shift_closed" | "vends_unresolved" | "count_incomplete" | "count_not_confirmed" | "shift_not_closed" | "shift_batched" | "sales_batch_not_found" | "sales_batch_banked" | "bank_slip_used" | "vend_not_found" | "vend_not_posted" | "operator_limit_exceeded" | "float_exceeded" | "token_identifier_too_far_ahead" | "token_order_not_found" | "order_not_executed" | "free_issue_not_positive" | "free_issue_above_limit" | "replacement_not_found" | "transfer_ordered" | "vend_not_reissuable" | "vend_not_refundable" | "vend_claimed" | "reissue_not_needed" | "refund_not_found" | "refund_part_faulty" | "refund_proof_faulty" | "refund_destination_faulty" | "refund_above_debt" | "repair_not_found" | "repair_same_meter" | "resend_id_conflict" | "vend_not_resendable" | "webhook_id_conflict" | "webhook_url_invalid" | "too_many_webhooks" | "webhook_not_found" | "statement_id_conflict" | "reconciliation_run_id_conflict" | "reconciliation_action_id_conflict" | "payment_source_not_found" | "payment_source_faulty" | "clearing_account_not_found" | "payment_source_name_taken" | "statement_media_type" | "statement_faulty" | "statement_not_found" | "reconciliation_span_empty" | "reconciliation_run_not_found" | "reconciliation_item_not_found" | "reconciliation_item_settled" | "reconciliation_item_not_explained" | "reconciliation_link_sides" | "reconciliation_note_missing" | "security_module_unavailable" | "database_unavailable" | "vend_outcome_unknown" | "outcome_unknown" | "internal_error";
      /** @description A sentence for people */
      detail: string;
      /** @description For request_invalid: which fields, and why */
      errors?: {
        message: string;
        path: string;
      }[];
      retry_can_help: boolean;
      status: number;
      title: string;
      /** @description The page that explains this refusal */
      type: string;
    };
    PublishedValue: {
      approved_at: string | null;
      approved_by: string | null;
      component: string;
      month: number;
      price_per_kwh_e4_minor: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      published_at: string;
      /** @description The id of a user */
      published_by: string;
      revision: number;
    };
    PublishedValues: {
      values: components["schemas"]["PublishedValue"][];
    };
    Quote: {
      account_number: string;
      address: string;
      /** @description What a meter that counts money is given; else null */
      credit_minor: string | null;
      customer_name: string | null;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh: number;
      /** @description Energy given beside it, in tenths of a kWh */
      free_tenth_kwh: number;
      /** @description The lines add up to tendered_minor, to the minor unit */
      lines: components["schemas"]["Line"][];
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      /** @description Bought in this month, with this purchase; on the utility's calendar */
      month_tenth_kwh: number | null;
      tariff: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
        version: number;
      };
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tendered_minor: string;
    };
    ReconciliationAction: {
      /** @constant */
      action: "link";
      /** @default null */
      note?: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      with_item_id: string;
    } | {
      /** @constant */
      action: "explain";
      /** @enum {string} */
      explanation: "bank_charge" | "own_transfer" | "reversal" | "other_income" | "accepted_difference" | "other";
      /** @default null */
      note?: string | null;
    } | {
      /** @constant */
      action: "wish";
      /** @default null */
      note?: string | null;
      reference: string;
      /** @enum {string} */
      wish: "refund" | "vend";
    } | {
      /** @constant */
      action: "reopen";
      note: string;
    };
    ReconciliationBalance: {
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      at: string;
      differences: {
        class: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        difference_minor: string;
        items: number;
        reason: string;
        resolution: string | null;
      }[];
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      fee_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      ledger_minor: string;
      /**
       * @description What no item explains; zero when every entry of the account is known
       * @example 5000
       */
      rest_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      statement_minor: string;
    };
    ReconciliationEvidence: {
      entry: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        kind: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        posted_at: string;
        postings: {
          account_code: string;
          account_name: string;
          /**
           * @description A credit is below zero
           * @example 5000
           */
          posting_minor: string;
        }[];
      } | null;
      events: {
        action: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        action_id: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        at: string;
        by: string;
        class_after: string;
        class_before: string;
        details: {
          [key: string]: string | null;
        };
      }[];
      item: components["schemas"]["ReconciliationItem"];
      suggestions: {
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        at: string;
        has_token: boolean;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        item_id: string | null;
        /** @enum {string} */
        kind: "line" | "vend" | "deposit";
        meter_number: string | null;
        reference: string | null;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        suggested_minor: string;
      }[];
      vend: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        masked_tokens: string[];
        meter_number: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        requested_at: string;
        /** @enum {string} */
        state: "reserved" | "posted" | "declined";
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
      } | null;
    };
    ReconciliationItem: {
      absorbed_into: string | null;
      /** @enum {string} */
      class: "matched" | "paid_no_vend" | "vend_no_pay" | "differs" | "duplicate";
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      difference_minor: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      first_seen_at: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      item_minor: string;
      known: components["schemas"]["KnownPayment"] | null;
      line: components["schemas"]["ReconciliationItemLine"] | null;
      note: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      occurred_at: string;
      reason: string;
      resolution: string | null;
      resolved_at: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      source_id: string;
      wish: {
        reference: string;
        /** @enum {string} */
        wish: "refund" | "vend";
      } | null;
    };
    ReconciliationItemLine: {
      booked_at: string | null;
      external_id: string | null;
      fee_expected_minor: string | null;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      fee_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      gross_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      line_minor: string;
      line_number: number;
      meter_number: string | null;
      payer: string | null;
      reference: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      statement_id: string;
      /** Format: date */
      value_date: string;
    };
    ReconciliationItems: {
      items: components["schemas"]["ReconciliationItem"][];
      next: string | null;
    };
    ReconciliationRun: {
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      from: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      items: {
        differs: number;
        duplicate: number;
        matched: number;
        paid_no_vend: number;
        vend_no_pay: number;
      };
      /** @description Vends and deposits it looked at */
      observed: number;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      run_at: string;
      run_by: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      source_id: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      to: string;
    };
    ReconciliationRuns: {
      next: string | null;
      runs: components["schemas"]["ReconciliationRun"][];
    };
    ReconciliationSummary: {
      cells: {
        /** @enum {string} */
        age: "hour" | "day" | "week" | "older" | "settled";
        /** @enum {string} */
        class: "matched" | "paid_no_vend" | "vend_no_pay" | "differs" | "duplicate";
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        difference_minor: string;
        items: number;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        items_minor: string;
        wishes: number;
      }[];
      /** @description Open items more than 24 hours old; the aim is 0 */
      unexplained_after_day: number;
    };
    Recovery: {
      /** @constant */
      kind: "whole";
    } | {
      /** @constant */
      kind: "share";
      /**
       * @description Of each tender, with its unit
       * @example 25 %
       */
      share: string;
    } | {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 120000
       */
      fixed_minor: string;
      /** @constant */
      kind: "fixed";
      /** @enum {string} */
      per: "purchase" | "month";
    };
    RecoveryCodes: {
      recovery_codes: string[];
    };
    RecoveryInput: {
      /** @constant */
      kind: "whole";
    } | {
      /** @constant */
      kind: "share";
      /**
       * @description Of each tender, with its unit
       * @example 25 %
       */
      share: string;
    } | {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 120000
       */
      fixed_minor: string;
      /** @constant */
      kind: "fixed";
      /** @enum {string} */
      per: "purchase" | "month";
    };
    Refund: {
      debt_id: string | null;
      decided_by: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      money_to: "vendor_float" | "debt" | "customer_credit" | "bank";
      /** @enum {string} */
      proof: "meter_evidence" | "credit_cleared" | "wrong_meter" | "duplicate_payment";
      proof_order_id: string | null;
      proof_reference: string;
      reason: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      refund_minor: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      requested_at: string;
      requested_by: string;
      resolved_at: string | null;
      /** @enum {string} */
      state: "requested" | "posted" | "dropped";
      unused_tenth_kwh: number | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
    };
    RefundPreview: {
      /** @description What the vend's lines lose, and behind it who gets the money */
      lines: {
        /** @description Its code in the chart of accounts */
        account: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        line_minor: string;
        name: string;
        /** @enum {string} */
        side: "debit" | "credit";
      }[];
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      refund_minor: string;
    };
    RefundPreviewRequest: {
      /** @enum {string} */
      money_to: "vendor_float" | "debt" | "customer_credit" | "bank";
      /**
       * @description What was not used; null gives the whole vend back
       * @default null
       */
      unused_tenth_kwh?: number | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
    };
    Refunds: {
      next: string | null;
      refunds: components["schemas"]["Refund"][];
    };
    Repair: {
      decided_by: string | null;
      display_code: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      new_vend_id: string | null;
      reason: string;
      /** @description Why there is no new vend so far */
      refusal: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      requested_at: string;
      requested_by: string;
      resolved_at: string | null;
      /** @enum {string} */
      state: "requested" | "approved" | "executed" | "dropped";
      statement: string;
      to_meter_number: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
    };
    Repairs: {
      next: string | null;
      repairs: components["schemas"]["Repair"][];
    };
    Reprints: {
      reprints: {
        number: number;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        reprinted_at: string;
        reprinted_by: string;
      }[];
    };
    Resend: {
      /** @enum {string} */
      carrier: "sms" | "email";
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vend_id: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      wanted_at: string;
      wanted_by: string;
    };
    RevealedTokens: {
      /** @description What each token does, in words */
      contents: string[];
      decided_by: string | null;
      document_reference: string | null;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh: number;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "free_issue" | "engineering" | "transfer" | "reissue";
      meter_number: string;
      reason: string;
      reason_code: string;
      /** @description Why there are no tokens, at the last try */
      refusal: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      requested_at: string;
      requested_by: string;
      resolved_at: string | null;
      /** @description The replacement, or the vend whose tokens are made anew */
      source_id: string | null;
      /** @enum {string} */
      state: "requested" | "approved" | "executed" | "declined" | "dropped";
      tokens: {
        /** @description Twenty digits to be keyed into the meter */
        digits: string;
        kind: string;
        position: number;
      }[];
    };
    Roles: {
      /** @description Pairs one person may not hold together */
      incompatible: {
        founder_may: boolean;
        /** @description Two */
        roles: ("cashier" | "supervisor" | "customer_officer" | "tariff_maker" | "tariff_checker" | "engineering_maker" | "engineering_checker" | "finance" | "finance_checker" | "key_custodian_a" | "key_custodian_b" | "auditor" | "security_officer" | "administrator")[];
        why: string;
      }[];
      roles: {
        needs_second_factor: boolean;
        permissions: ("vend.sell" | "vend.read" | "vend.reprint" | "vend.reverse" | "quote" | "meter.read" | "meter.write" | "customer.read" | "customer.write" | "import" | "tariff.read" | "tariff.draft" | "tariff.approve" | "debt.read" | "debt.write" | "debt.write_off.request" | "debt.write_off.approve" | "payment.take" | "payment.read" | "payment.reverse" | "vendor.read" | "vendor.write" | "float.deposit" | "float.reverse" | "float_adjustment.request" | "float_adjustment.approve" | "limit_change.request" | "limit_change.approve" | "shift.own" | "shift.read" | "shift.close" | "batch.close" | "after_sale.read" | "refund.request" | "refund.approve" | "free_issue.request" | "free_issue.approve" | "credit_transfer.request" | "credit_transfer.approve" | "engineering.request" | "engineering.approve" | "reconciliation.read" | "reconciliation.write" | "ledger.read" | "report.read" | "customer_report.read" | "approval.read" | "audit.read" | "user.read" | "user.write" | "machine.read" | "machine.write" | "key.custody" | "key_load.request" | "key_load.approve" | "settings.read" | "settings.write" | "webhook.read" | "webhook.write")[];
        /** @enum {string} */
        role: "cashier" | "supervisor" | "customer_officer" | "tariff_maker" | "tariff_checker" | "engineering_maker" | "engineering_checker" | "finance" | "finance_checker" | "key_custodian_a" | "key_custodian_b" | "auditor" | "security_officer" | "administrator";
      }[];
    };
    SalesBatch: {
      bank_batch_id: string | null;
      /**
       * @description Notes, coins and cheques without the change from before
       * @example 5000
       */
      bankable_minor: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      closed_at: string;
      closed_by: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      counted_minor: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @description Counts the vendor's sales batches without a gap */
      number: number;
      shift_ids: string[];
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      sold_minor: string;
      vends: number;
    };
    SalesBatches: {
      next: number | null;
      sales_batches: components["schemas"]["SalesBatch"][];
    };
    SalesReport: {
      /** @enum {string} */
      by: "all" | "hour" | "tariff" | "vendor" | "operator" | "area" | "channel" | "payment_method" | "kind";
      /** Format: date */
      from: string;
      /** @description From this day on the figures may still grow; null when all days are closed */
      live_from: string | null;
      /** @enum {string} */
      per: "span" | "day" | "month" | "weekday";
      rows: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        charges_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        debt_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        energy_minor: string;
        energy_tenth_kwh: number;
        free_tenth_kwh: number;
        key: string;
        name: string | null;
        /** @description A day, a month, a weekday from 1 (Monday) to 7; empty for the whole span */
        period: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tax_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
        tokens: number;
        vends: number;
      }[];
      /** Format: date */
      to: string;
      total: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        charges_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        debt_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        energy_minor: string;
        energy_tenth_kwh: number;
        free_tenth_kwh: number;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tax_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
        tokens: number;
        vends: number;
      };
    };
    SearchHits: {
      hits: {
        agreement: {
          account_number: string;
          /**
           * Format: uuid
           * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
           */
          id: string;
          in_force: boolean;
        } | null;
        customer: {
          /**
           * Format: uuid
           * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
           */
          id: string;
          name: string;
          phone: string | null;
        } | null;
        meter: {
          meter_number: string;
          /** @enum {string} */
          status: "in_store" | "active" | "blocked" | "removed" | "scrapped";
        } | null;
        /** @enum {string} */
        reason: "meter_number" | "account_number" | "service_point_code" | "meter_number_start" | "account_number_start" | "service_point_code_start" | "phone" | "name" | "address" | "name_and_address";
        service_point: {
          address: string;
          area: string;
          code: string;
          /**
           * Format: uuid
           * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
           */
          id: string;
        } | null;
      }[];
      /** @description There are further hits; type more to narrow them */
      more: boolean;
    };
    SecondFactors: {
      passkeys: components["schemas"]["Passkey"][];
      recovery_codes_left: number;
      /** @description Whether the roles ask for a second factor */
      required: boolean;
      totp: boolean;
    };
    ServicePoint: {
      address: string;
      agreement: {
        account_number: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
      } | null;
      area: string;
      code: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      created_at: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @description The meter that hangs there now */
      meter_number: string | null;
      phases: 1 | 3;
      /** @description In millionths of a degree, north and east positive */
      position: {
        latitude_e6: number;
        longitude_e6: number;
      } | null;
      supply_limit_w: number | null;
    };
    ServicePointPatch: {
      address?: string;
      area?: "" | string;
      phases?: 1 | 3;
      /** @description In millionths of a degree, north and east positive */
      position?: {
        latitude_e6: number;
        longitude_e6: number;
      } | null;
      supply_limit_w?: number | null;
    };
    ServicePoints: {
      next: string | null;
      service_points: components["schemas"]["ServicePoint"][];
    };
    Session: {
      build: {
        version: string;
      };
      demo: boolean;
      /**
       * @description Of a meter emulator that the console shows
       * @example http://127.0.0.1:9340
       */
      meter_emulator_url: string | null;
      second_factor: {
        passkey: boolean;
        /** @description Last, in this session */
        shown_at: string | null;
        totp: boolean;
      };
      /**
       * @description Only a whole session may do anything but finish the sign-in
       * @enum {string}
       */
      stage: "whole" | "second_factor_needed" | "second_factor_setup_needed";
      user: {
        display_name: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        /** @description What the roles allow; pages show what is named here */
        permissions: ("vend.sell" | "vend.read" | "vend.reprint" | "vend.reverse" | "quote" | "meter.read" | "meter.write" | "customer.read" | "customer.write" | "import" | "tariff.read" | "tariff.draft" | "tariff.approve" | "debt.read" | "debt.write" | "debt.write_off.request" | "debt.write_off.approve" | "payment.take" | "payment.read" | "payment.reverse" | "vendor.read" | "vendor.write" | "float.deposit" | "float.reverse" | "float_adjustment.request" | "float_adjustment.approve" | "limit_change.request" | "limit_change.approve" | "shift.own" | "shift.read" | "shift.close" | "batch.close" | "after_sale.read" | "refund.request" | "refund.approve" | "free_issue.request" | "free_issue.approve" | "credit_transfer.request" | "credit_transfer.approve" | "engineering.request" | "engineering.approve" | "reconciliation.read" | "reconciliation.write" | "ledger.read" | "report.read" | "customer_report.read" | "approval.read" | "audit.read" | "user.read" | "user.write" | "machine.read" | "machine.write" | "key.custody" | "key_load.request" | "key_load.approve" | "settings.read" | "settings.write" | "webhook.read" | "webhook.write")[];
        roles: ("cashier" | "supervisor" | "customer_officer" | "tariff_maker" | "tariff_checker" | "engineering_maker" | "engineering_checker" | "finance" | "finance_checker" | "key_custodian_a" | "key_custodian_b" | "auditor" | "security_officer" | "administrator")[];
        sign_in_name: string;
        vendor: {
          /**
           * Format: uuid
           * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
           */
          id: string;
          name: string;
        } | null;
      };
      utility: {
        currency: {
          code: string;
          decimal_places: number;
          symbol: string;
        };
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
        /**
         * @description An IANA name
         * @example Africa/Nairobi
         */
        time_zone: string;
      };
    };
    Shift: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      cash_float_minor: string;
      /** @description Null while it is open */
      closed: {
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        closed_at: string;
        closed_by: string;
        counts: {
          /**
           * @description Money in minor units of the currency, in decimal
           * @example 5000
           */
          counted_minor: string;
          /**
           * @description Money in minor units of the currency, in decimal
           * @example 5000
           */
          expected_minor: string;
          payment_method: string;
          /**
           * @description Money in minor units of the currency, in decimal
           * @example 5000
           */
          sold_minor: string;
          vends: number;
        }[];
        /**
         * @description Counted less expected: below zero when money is missing
         * @example 5000
         */
        difference_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        sold_minor: string;
        vends: number;
      } | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      opened_at: string;
      operator: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        sign_in_name: string;
      };
      sales_batch_id: string | null;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id: string;
    };
    Shifts: {
      next: string | null;
      shifts: components["schemas"]["Shift"][];
    };
    ShownFactor: {
      code: string;
      /** @constant */
      method: "totp";
    } | {
      code: string;
      /** @constant */
      method: "recovery_code";
    } | {
      /** @constant */
      method: "passkey";
      passkey: components["schemas"]["ShownPasskey"];
    };
    /** @description AuthenticationResponseJSON of the WebAuthn API */
    ShownPasskey: {
      /** @enum {string} */
      authenticatorAttachment?: "platform" | "cross-platform";
      clientExtensionResults: {
        [key: string]: unknown;
      };
      id: string;
      rawId: string;
      response: {
        authenticatorData: string;
        clientDataJSON: string;
        signature: string;
        userHandle?: string;
      } & {
        [key: string]: unknown;
      };
      /** @constant */
      type: "public-key";
    } & {
      [key: string]: unknown;
    };
    SignIn: {
      password: string;
      sign_in_name: string;
    };
    Statement: {
      /**
       * @description Of the whole span; the ledger's balance when the span reaches into today
       * @example 5000
       */
      closing_minor: string;
      /** Format: date */
      from: string;
      lines: {
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        balance_minor: string;
        /** Format: date */
        day: string;
        document: {
          /**
           * Format: uuid
           * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
           */
          id: string;
          note: string;
          slip_number: string | null;
        } | null;
        entries: number;
        /** @description sale: all sales of the day in one line */
        kind: string;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        moved_at: string;
        /**
         * @description Above zero when the float grew
         * @example 5000
         */
        moved_minor: string;
      }[];
      next: string | null;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      opening_minor: string;
      /**
       * Format: date
       * @description The last day, whole
       */
      to: string;
      vendor: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      };
    };
    StatementLine: {
      booked_at: string | null;
      external_id: string | null;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      fee_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      line_minor: string;
      line_number: number;
      meter_number: string | null;
      payer: string | null;
      reference: string | null;
      /** Format: date */
      value_date: string;
    };
    StatementSample: {
      format: components["schemas"]["CsvFormatInput"] | components["schemas"]["Camt053FormatInput"];
      /** @description The beginning of a file */
      text: string;
      time_zone: string;
    };
    StatementTotals: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      credit_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      debit_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      fee_minor: string;
      /** Format: date */
      from: string | null;
      lines: number;
      /** @description Lines that are no payments of this source */
      passed_over: number;
      /** Format: date */
      to: string | null;
    };
    StoredMeter: {
      /** @enum {string} */
      encryption_algorithm: "11" | "07";
      key_revision_number: number;
      /** @default  */
      model?: "" | string;
      /**
       * @default energy
       * @enum {string}
       */
      payment_mode?: "energy" | "currency";
      /** @default 1 */
      phases?: 1 | 3;
      /** @description Supply group code (SGC) */
      supply_group_code: string;
      /** @description Tariff index (TI) */
      tariff_index: string;
    };
    TariffPreview: {
      customer_count: number;
      /** @description Those for whom most would have changed, at most 100 */
      customers: {
        account_number: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        agreement_id: string;
        energy_now_tenth_kwh: number;
        energy_then_tenth_kwh: number;
        purchases: number;
        /** @description Purchases that the draft would have refused */
        refused: number;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
      }[];
      distribution: {
        customers: number;
        from_basis_points: number | null;
      }[];
      /** @description Whether all purchases of the month were looked at */
      is_whole: boolean;
      month: number;
    };
    TariffTrial: {
      /** @description One for each thing asked; none when the record is faulty */
      answers: components["schemas"]["TrialAnswer"][];
      /** @description All that is wrong, with its place in the record or `effective_from` */
      faults: {
        code: string;
        message: string;
        path: string;
      }[];
    };
    TariffVersion: {
      approval_id: string | null;
      approved_at: string | null;
      approved_by: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      drafted_at: string;
      /** @description The id of a user */
      drafted_by: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      effective_from: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @description Whether it is used at this moment */
      in_force: boolean;
      name: string;
      /** @description The tariff as data; see the guide to tariffs */
      record: {
        [key: string]: unknown;
      };
      /** @enum {string} */
      state: "draft" | "approved" | "withdrawn";
      version: number;
    };
    TariffVersions: {
      tariffs: components["schemas"]["TariffVersion"][];
    };
    Today: {
      books: {
        /** @description Ledger, tokens and security module say the same */
        agree: boolean;
        balanced: boolean;
        entries: number;
        security_module: {
          issued: number | null;
          /** @enum {string} */
          state: "up" | "down";
        };
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        sum_minor: string;
        tokens_issued: number;
        vends_posted: number;
      };
      /** Format: date */
      date: string;
      energy_tenth_kwh: number;
      hours: {
        energy_tenth_kwh: number;
        hour: number;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
        vends: number;
      }[];
      recent: components["schemas"]["Vend"][];
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tax_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tendered_minor: string;
      time_zone: string;
      vendors: components["schemas"]["Vendor"][];
      vends: number;
    };
    TokenOrder: {
      /** @description What each token does, in words */
      contents: string[];
      decided_by: string | null;
      document_reference: string | null;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh: number;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @enum {string} */
      kind: "free_issue" | "engineering" | "transfer" | "reissue";
      meter_number: string;
      reason: string;
      reason_code: string;
      /** @description Why there are no tokens, at the last try */
      refusal: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      requested_at: string;
      requested_by: string;
      resolved_at: string | null;
      /** @description The replacement, or the vend whose tokens are made anew */
      source_id: string | null;
      /** @enum {string} */
      state: "requested" | "approved" | "executed" | "declined" | "dropped";
    };
    TokenOrders: {
      next: string | null;
      orders: components["schemas"]["TokenOrder"][];
    };
    TotpCode: {
      code: string;
    };
    TotpEnrolment: {
      /** @description Base32, for typing */
      secret: string;
      /**
       * @description For a QR code
       * @example otpauth://totp/…
       */
      uri: string;
    };
    TrialAnswer: {
      quote: {
        credit_minor: string | null;
        energy_tenth_kwh: number;
        free_tenth_kwh: number;
        /** @description The lines add up to tendered_minor, to the minor unit */
        lines: components["schemas"]["Line"][];
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
      } | null;
      refusal: {
        code: string;
        detail: string;
      } | null;
    };
    TrialAsk: {
      energy_tenth_kwh?: number;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tendered_minor?: string;
    };
    TrialBalance: {
      accounts: {
        /**
         * @description Debits less credits in minor units, in decimal: above zero on the debit side
         * @example 5000
         */
        balance_minor: string;
        code: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        credit_minor: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        debit_minor: string;
        /** @description What it is summed under in reports */
        group: string | null;
        /** @enum {string} */
        kind: "asset" | "liability" | "income" | "expense" | "equity";
        name: string;
        /** @enum {string} */
        normal_side: "debit" | "credit";
      }[];
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      at: string;
      /** @description Both sums are equal */
      balanced: boolean;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      credit_minor: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      debit_minor: string;
      /** @description Closed: this can never change again */
      final: boolean;
    };
    TrialSituation: {
      /**
       * @description Prices per kWh instead of the published ones, by component
       * @default {}
       */
      assumed_e4_minor?: {
        [key: string]: string;
      };
      /**
       * @description Where it is sold; the tariff may charge by it
       * @default counter
       * @example counter
       */
      channel?: string;
      /**
       * @description Whether nothing is owed of fixed charges
       * @default false
       */
      charges_paid?: boolean;
      /**
       * @description Of the purchase; today when left out
       * @example 2026-01-31
       */
      date?: string & (unknown & unknown);
      /**
       * @description Bought in each of the twelve months before
       * @default 0
       */
      energy_of_each_month_tenth_kwh?: number;
      /**
       * @description Bought in this month before the purchase
       * @default 0
       */
      energy_this_month_tenth_kwh?: number;
      /** @default [] */
      entitlements?: string[];
      /** @default [] */
      exemptions?: string[];
      /**
       * @description Months before this one for which nothing was paid
       * @default 0
       */
      months_owed?: number;
      /**
       * @description Money in minor units of the currency, in decimal
       * @default 0
       * @example 5000
       */
      tendered_this_month_minor?: string;
    };
    User: {
      disabled: boolean;
      display_name: string;
      /** @description May hold roles that are kept apart elsewhere */
      founder: boolean;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      roles: ("cashier" | "supervisor" | "customer_officer" | "tariff_maker" | "tariff_checker" | "engineering_maker" | "engineering_checker" | "finance" | "finance_checker" | "key_custodian_a" | "key_custodian_b" | "auditor" | "security_officer" | "administrator")[];
      sign_in_name: string;
      vendor: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      } | null;
    };
    UserRoles: {
      roles: ("cashier" | "supervisor" | "customer_officer" | "tariff_maker" | "tariff_checker" | "engineering_maker" | "engineering_checker" | "finance" | "finance_checker" | "key_custodian_a" | "key_custodian_b" | "auditor" | "security_officer" | "administrator")[];
      /** @description On whose float a cashier sells */
      vendor_id: string | null;
    };
    Users: {
      users: components["schemas"]["User"][];
    };
    Vend: {
      account_number: string | null;
      address: string;
      channel: string;
      /** @description What a meter that counts money is given; else null */
      credit_minor: string | null;
      customer_name: string | null;
      declined_reason: string | null;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh: number;
      /** @description Energy given beside it, in tenths of a kWh */
      free_tenth_kwh: number;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      key_revision_number: number;
      /** @enum {string} */
      kind: "sale" | "free_units" | "free_issue" | "engineering" | "transfer";
      /** @description The lines add up to tendered_minor, to the minor unit */
      lines: components["schemas"]["Line"][];
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
      /** @description Bought in this month, with this purchase; on the utility's calendar */
      month_tenth_kwh: number | null;
      payment: {
        method: string;
        reference: string | null;
      } | null;
      posted_at: string | null;
      receipt_number: string | null;
      reprint_count: number;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      requested_at: string;
      sold_by: string;
      /** @enum {string} */
      state: "reserved" | "posted" | "declined";
      supply_group_code: string;
      tariff: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
        version: number;
      } | null;
      tariff_index: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tendered_minor: string;
      /** @description In the order in which they are keyed in: free units first */
      tokens: {
        /** @description Twenty digits to be keyed into the meter; of an order all but the last four are masked */
        digits: string;
        energy_tenth_kwh: number | null;
        kind: string;
        /** @enum {string} */
        name: "electricity" | "free electricity" | "currency" | "management" | "credit";
        position: number;
        token_identifier: number;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        token_identifier_at: string;
      }[];
      vendor: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      } | null;
    };
    Vendor: {
      /**
       * @description How far the vendor may sell before paying; zero for one who pays before
       * @example 5000
       */
      credit_limit_minor: string;
      float: components["schemas"]["Float"];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      name: string;
      settings: {
        /** @description Whether the people of this vendor need an open shift to sell */
        shift_required: boolean;
        /**
         * @description Whose the money in the till is; differences in the utility's own are posted
         * @enum {string}
         */
        till_owner: "vendor" | "utility";
      };
      /** @enum {string} */
      status: "active" | "suspended";
      suspension: {
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        at: string;
        by: string;
        /**
         * @description deposit_reversed ends by itself when the float covers again what was sold
         * @enum {string}
         */
        for: "order" | "deposit_reversed";
        note: string;
      } | null;
    };
    VendorDay: {
      closed_by: string;
      commission_version: number | null;
      /**
       * Format: date-time
       * @description Vends finished from this moment on belong to a later day
       * @example 2026-01-31T08:15:00.000Z
       */
      cut_at: string;
      /** Format: date */
      day: string;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      from: string;
      /**
       * @description closing: it was interrupted, and closing it again finishes it
       * @enum {string}
       */
      state: "closing" | "closed";
      sums: {
        accounts: {
          code: string;
          /**
           * @description Money in minor units of the currency, in decimal
           * @example 5000
           */
          credited_minor: string;
        }[];
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        closed_at: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        commission_minor: string;
        commission_paid: ("daily" | "monthly") | null;
        energy_tenth_kwh: string;
        first_module_sequence: string | null;
        last_module_sequence: string | null;
        /** @description Of an earlier day, and too late for it */
        late_vends: number;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        month_tendered_minor: string;
        payment_methods: {
          payment_method: string;
          /**
           * @description Money in minor units of the currency, in decimal
           * @example 5000
           */
          tendered_minor: string;
          vends: number;
        }[];
        /** @description Of the tree of hashes over the vends; see the guide to vendors */
        root: string;
        /**
         * @description Money in minor units of the currency, in decimal
         * @example 5000
         */
        tendered_minor: string;
        vends: number;
      } | null;
      /**
       * Format: date-time
       * @description The first moment behind the day
       * @example 2026-01-31T08:15:00.000Z
       */
      to: string;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id: string;
    };
    VendorDays: {
      days: components["schemas"]["VendorDay"][];
      next: string | null;
    };
    Vendors: {
      vendors: components["schemas"]["Vendor"][];
    };
    Vends: {
      next: string | null;
      vends: components["schemas"]["Vend"][];
    };
    Webhook: {
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      created_at: string;
      created_by: string;
      description: string;
      /** @description Messages given up after the last attempt */
      failed: number;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      /** @description What to be told of */
      kinds: ("vend.posted" | "vend.declined" | "deposit.posted" | "token_order.ended" | "refund.posted" | "vend.repaired")[];
      /** @description Messages not yet delivered */
      pending: number;
      secret_generation: number;
      stopped_at: string | null;
      /**
       * @description Where messages are posted to: https, without a password in it
       * @example https://shop.example.org/wattvend
       */
      url: string;
      vendor_id: string | null;
    };
    WebhookDeliveries: {
      deliveries: components["schemas"]["WebhookDelivery"][];
      next: string | null;
    };
    WebhookDelivery: {
      attempts: number;
      delivered_at: string | null;
      /** @enum {string} */
      kind: "vend.posted" | "vend.declined" | "deposit.posted" | "token_order.ended" | "refund.posted" | "vend.repaired";
      last_attempt_at: string | null;
      last_fault: string | null;
      /** @description HTTP status of the last answer */
      last_status: number | null;
      /** @description The header webhook-id; the same on every attempt */
      message_id: string;
      next_attempt_at: string | null;
      /**
       * Format: date-time
       * @description UTC, ISO 8601
       * @example 2026-01-31T08:15:00.000Z
       */
      occurred_at: string;
      /** @enum {string} */
      state: "pending" | "delivered" | "failed";
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      subject_id: string;
    };
    WebhookReplay: {
      /**
       * Format: date-time
       * @description From when it occurred
       */
      from: string;
      only_failed: boolean;
      /**
       * Format: date-time
       * @description Before when it occurred
       */
      to: string;
    };
    WebhookReplayed: {
      /** @description How many are sent again */
      messages: number;
    };
    Webhooks: {
      webhooks: components["schemas"]["Webhook"][];
    };
    WebhookWithSecret: {
      /**
       * @description Signs the messages (Standard Webhooks, HMAC-SHA-256). Shown this once.
       * @example whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=
       */
      secret: string;
      webhook: components["schemas"]["Webhook"];
    };
    WriteOff: {
      document_reference: string | null;
      reason: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 120000
       */
      write_off_minor: string;
    };
    ZeroBuyers: {
      /** @description All areas, whatever was searched for; on the first page only */
      areas: {
        agreements: number;
        area: string;
        zero_buyers: number;
      }[];
      days: number;
      next: string | null;
      zero_buyers: {
        account_number: string;
        address: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        agreement_id: string;
        area: string;
        customer_name: string | null;
        /**
         * Format: date-time
         * @description UTC, ISO 8601
         * @example 2026-01-31T08:15:00.000Z
         */
        idle_from: string;
        last_purchase_at: string | null;
        meter_number: string;
        phone: string | null;
        tariff_name: string | null;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  addPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewPasskey"];
      };
    };
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["EnrolledFactor"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before; passkey_invalid: Passkey not accepted */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; second_factor_required: Second factor needed again; sign_in_again: Sign in again */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description passkeys_unavailable: No passkeys here */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  renamePasskey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PasskeyName"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description factor_not_found: Second factor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  removePasskey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; second_factor_required: Second factor needed again; sign_in_again: Sign in again */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description factor_not_found: Second factor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description last_factor: Last second factor */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  askToMakePasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyOptions"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; second_factor_required: Second factor needed again; sign_in_again: Sign in again */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description passkeys_unavailable: No passkeys here */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  renewRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RecoveryCodes"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; second_factor_required: Second factor needed again; sign_in_again: Sign in again */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description factor_not_found: Second factor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readSecondFactors: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SecondFactors"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  beginTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TotpEnrolment"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; second_factor_required: Second factor needed again; sign_in_again: Sign in again */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description totp_in_use: One-time codes in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  removeTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; second_factor_required: Second factor needed again; sign_in_again: Sign in again */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description factor_not_found: Second factor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description last_factor: Last second factor */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  confirmTotp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["TotpCode"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["EnrolledFactor"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; second_factor_required: Second factor needed again; sign_in_again: Sign in again */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description totp_not_begun: Not begun; totp_in_use: One-time codes in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_wrong: Code not right */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAgreements: {
    parameters: {
      query?: {
        after?: string;
        customer_id?: string;
        limit?: number;
        service_point_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreements"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readAgreement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description agreement_not_found: Agreement not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  beginAgreement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewAgreement"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description customer_not_found: Customer not found; service_point_not_found: Place not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description operation_id_conflict: Id used before; agreement_in_force: Place is supplied; account_number_exists: Account number exists */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_not_found: Tariff not found */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeAgreement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AgreementPatch"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description agreement_not_found: Agreement not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description agreement_ended: Agreement ended */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description changed_meanwhile: Changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_not_found: Tariff not found */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description revision_required: Revision missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDebts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Debts"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  endAgreement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Agreement"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description agreement_not_found: Agreement not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description changed_meanwhile: Changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description revision_required: Revision missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listApiKeys: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApiKeys"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  addApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewApiKey"];
      };
    };
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AddedApiKey"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revokeApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description api_key_not_found: API key not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeApiKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ApiKeyLimits"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description api_key_not_found: API key not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listApprovals: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: string;
        kind?: "tariff_version" | "debt_write_off" | "refund" | "wrong_meter" | "free_issue" | "credit_transfer" | "reissue" | "engineering" | "float_adjustment" | "limit_change" | "key_load";
        limit?: number;
        state?: "requested" | "approved" | "rejected" | "withdrawn" | "expired";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Approvals"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readApproval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Approval"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_not_found: Order not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  decideApproval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Decision"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Approval"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; own_order: Your own order; second_factor_required: Second factor needed again; own_draft: Your own draft */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_not_found: Order not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_decided: Decided already; approval_expired: Order expired; write_off_above_debt: More than is owed; commission_version_conflict: Commission version exists; commission_version_not_next: Not the next version; deposit_reversed: Deposit came back already; credit_limit_in_use: Limit in use; commission_day_closed: Day closed already; refund_above_debt: More than is owed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listAuditEvents: {
    parameters: {
      query?: {
        actor_id?: string;
        before?: string;
        /** @description UTC, ISO 8601 */
        from?: string;
        limit?: number;
        subject_id?: string;
        subject_kind?: string;
        /** @description UTC, ISO 8601 */
        to?: string;
        /** @description How it begins */
        what?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditEvents"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  checkAuditTrail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AuditCheck"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  previewCommission: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewCommissionRule"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CommissionRule"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description commission_faulty: Commission not sound */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listCustomers: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customers"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  addCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewCustomer"];
      };
    };
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description customer_not_found: Customer not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  registerCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewCustomer"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description operation_id_conflict: Id used before */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CustomerPatch"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description customer_not_found: Customer not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description customer_erased: Customer erased */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description changed_meanwhile: Changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description revision_required: Revision missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listCustomerChanges: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CustomerChanges"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description customer_not_found: Customer not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  eraseCustomer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Customer"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description customer_not_found: Customer not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description changed_meanwhile: Changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description revision_required: Revision missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readDebt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DebtWithHistory"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description debt_not_found: Debt not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putDebt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewDebt"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Debt"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Debt"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description agreement_not_found: Agreement not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description agreement_ended: Agreement ended; debt_id_conflict: Debt id used before */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description debt_not_positive: No debt; debt_terms_faulty: Terms cannot be meant */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeDebt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        change_id: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["DebtChange"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Debt"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Debt"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description debt_not_found: Debt not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description debt_change_id_conflict: Change id used before; debt_settled: Debt settled */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description debt_terms_faulty: Terms cannot be meant */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  requestWriteOff: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        approval_id: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["WriteOff"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Approval"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Approval"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description debt_not_found: Debt not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; write_off_above_debt: More than is owed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description write_off_not_positive: Nothing to write off */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDemoMeters: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DemoMeters"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description path_not_found: No such address */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readDemoMeterMemory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The number printed on the meter (DRN) */
        meter_number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterMemory"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description path_not_found: No such address; meter_not_found: Meter not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  exportFile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: "customers_and_meters" | "meters";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  claimFreeUnits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewFreeUnits"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vend"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vend"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found; vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_id_conflict: Vend id used before; payment_reference_used: Payment used before; meter_not_installed: Meter not installed; meter_blocked: Meter blocked; agreement_ended: Agreement ended; vending_key_expired: Vending key expired; month_limit_reached: This month's limit; published_value_missing: Price not published; published_value_too_low: Published price too low; free_units_not_due: No free units due; vendor_suspended: Vendor suspended; shift_not_open: No open shift; operator_limit_exceeded: Seller's limit reached; float_exceeded: Float too low; token_identifier_too_far_ahead: Too many tokens in an hour */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong; tariff_not_found: Tariff not found; sold_as_money: Sold as money; tendered_not_positive: No money tendered; tendered_below_minimum: Less than the minimum; tendered_above_limit: More than the limit; debt_exceeds_purchase: Less than the debt; charges_exceed_purchase: Less than the charges; tendered_between_bands: No energy costs exactly this; tendered_below_one_unit: Too little money; tendered_above_maximum: Too much money */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description security_module_unavailable: Security module not available; database_unavailable: Database not available; vend_outcome_unknown: Outcome not known yet */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Health"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Import"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description import_not_found: Import not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  importFile: {
    parameters: {
      query: {
        dry_run?: "true" | "false";
        kind: "customers_and_meters" | "meters";
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    /** @description The file, in UTF-8 */
    requestBody: {
      content: {
        "text/csv": string;
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Import"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Import"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description operation_id_conflict: Id used before; import_running: Import running */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_not_csv: Not a CSV file */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description csv_unreadable: File cannot be read */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readAccountStatement: {
    parameters: {
      query: {
        after?: string;
        /** @description A day on the utility's calendar */
        from: string & (unknown & unknown);
        limit?: number;
        /** @description A day on the utility's calendar */
        to: string & (unknown & unknown);
      };
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountStatement"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description ledger_account_not_found: No such account */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readChain: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Chain"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  checkChain: {
    parameters: {
      query?: {
        block?: string;
        hash?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ChainCheck"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readTrialBalance: {
    parameters: {
      query?: {
        /** @description That millisecond included; now when it is not given */
        at?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TrialBalance"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listMeterCards: {
    parameters: {
      query: {
        after?: string;
        limit?: number;
        status: "in_store" | "active" | "blocked" | "removed" | "scrapped";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterCards"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listMeters: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Meters"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  enrolMeter: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewMeter"];
      };
    };
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Meter"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description customer_not_found: Customer not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_exists: Meter enrolled already */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong; vending_key_not_found: Vending key not found; tariff_not_found: Tariff not found */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readMeter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The number printed on the meter (DRN) */
        meter_number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Meter"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_installed: Meter not installed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  storeMeter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The number printed on the meter (DRN) */
        meter_number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["StoredMeter"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterCard"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterCard"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_exists: Meter enrolled already */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong; vending_key_not_found: Vending key not found */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readMeterCard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The number printed on the meter (DRN) */
        meter_number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterCard"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readMeterHistory: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
      };
      header?: never;
      path: {
        /** @description The number printed on the meter (DRN) */
        meter_number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterHistory"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  operateMeter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        /** @description The number printed on the meter (DRN) */
        meter_number: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["MeterOperation"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterOperationAnswer"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MeterOperationAnswer"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description service_point_not_found: Place not found; meter_not_found: Meter not found; new_meter_not_found: New meter not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description operation_id_conflict: Id used before; meter_scrapped: Meter scrapped; meter_installed: Meter installed; meter_not_installed: Meter not installed; meter_not_in_store: Meter not in store; meter_not_removed: Meter not removed; meter_blocked: Meter blocked; meter_not_blocked: Meter not blocked; new_meter_not_in_store: New meter not in store; service_point_occupied: Place has a meter; reading_below_first: Reading too low; credit_not_transferable: Credit cannot be transferred */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listTokenOrders: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        /** @description The number printed on the meter (DRN) */
        meter_number?: string;
        state?: "requested" | "approved" | "executed" | "declined" | "dropped";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TokenOrders"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readTokenOrder: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TokenOrder"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description token_order_not_found: Order not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  orderTokens: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewTokenOrder"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TokenOrder"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TokenOrder"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found; vend_not_found: Vend not found; replacement_not_found: No credit to move */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; transfer_ordered: Credit moved already; vend_not_reissuable: Tokens cannot be made anew; vend_claimed: Dealt with already; reissue_not_needed: The meter still takes it */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong; free_issue_not_positive: Nothing to give; free_issue_above_limit: More than may be given */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  revealTokens: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RevealedTokens"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description token_order_not_found: Order not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description order_not_executed: Order not executed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listPayments: {
    parameters: {
      query?: {
        agreement_id?: string;
        /** @description The `next` of the page before */
        before?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountPayments"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readPayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountPayment"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_not_found: Payment not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  takePayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewAccountPayment"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountPayment"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountPayment"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description agreement_not_found: Agreement not found; debt_not_found: Debt not found; vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_reference_used: Payment used before; debt_settled: Debt settled; payment_id_conflict: Payment id used before; payment_above_debt: More than is owed; vendor_suspended: Vendor suspended; shift_not_open: No open shift; operator_limit_exceeded: Seller's limit reached; float_exceeded: Float too low */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_not_positive: No money paid */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reversePayment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewAccountPaymentReversal"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountPayment"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountPayment"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_not_found: Payment not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_reversal_id_conflict: Reversal id used before; payment_reversed: Payment given back; payment_of_another_day: Not of today; payment_in_closed_shift: Shift closed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listPublishedValues: {
    parameters: {
      query?: {
        component?: string;
        /** @description A month, yyyymm */
        month?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PublishedValues"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putPublishedValue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        component: string;
        /** @description A month, yyyymm */
        month: number;
        revision: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewPublishedValue"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PublishedValue"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PublishedValue"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description published_value_conflict: Published value exists; published_revision_not_next: Not the next revision */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  requestPublishedValueApproval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        component: string;
        /** @description A month, yyyymm */
        month: number;
        revision: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ApprovalRequest"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApprovalRequested"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApprovalRequested"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description published_value_not_found: Published value not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; published_value_approved: Value approved already */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  quote: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewQuote"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Quote"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_installed: Meter not installed; meter_blocked: Meter blocked; agreement_ended: Agreement ended; month_limit_reached: This month's limit; published_value_missing: Price not published; published_value_too_low: Published price too low; free_units_not_due: No free units due */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong; tariff_not_found: Tariff not found; sold_as_money: Sold as money; tendered_not_positive: No money tendered; tendered_below_minimum: Less than the minimum; tendered_above_limit: More than the limit; debt_exceeds_purchase: Less than the debt; charges_exceed_purchase: Less than the charges; tendered_between_bands: No energy costs exactly this; tendered_below_one_unit: Too little money; tendered_above_maximum: Too much money */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listReconciliationItems: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: string;
        class?: "matched" | "paid_no_vend" | "vend_no_pay" | "differs" | "duplicate";
        limit?: number;
        source_id?: string;
        state?: "open" | "settled";
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationItems"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readReconciliationItem: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationEvidence"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description reconciliation_item_not_found: Item not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  actOnReconciliationItem: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        action_id: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ReconciliationAction"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationItem"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationItem"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description reconciliation_item_not_found: Item not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description reconciliation_action_id_conflict: Action id used before; reconciliation_item_settled: Item settled; reconciliation_item_not_explained: Nothing to open again */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description reconciliation_link_sides: Not two sides; reconciliation_note_missing: Note missing */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listReconciliationRuns: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: string;
        limit?: number;
        source_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationRuns"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readReconciliationRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationRun"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description reconciliation_run_not_found: Run not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reconcile: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewReconciliationRun"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationRun"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationRun"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_source_not_found: Payment source not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description reconciliation_run_id_conflict: Run id used before */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description reconciliation_span_empty: Empty span */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readStatementSample: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["StatementSample"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CheckedStatement"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_source_faulty: Settings that cannot work */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listPaymentSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentSources"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readPaymentSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentSource"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_source_not_found: Payment source not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putPaymentSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewPaymentSource"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentSource"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentSource"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_source_name_taken: Name taken */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_source_faulty: Settings that cannot work; clearing_account_not_found: Clearing account not found */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readReconciliationBalance: {
    parameters: {
      query?: {
        /** @description UTC, ISO 8601 */
        at?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationBalance"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_source_not_found: Payment source not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  importPaymentStatement: {
    parameters: {
      query?: {
        dry_run?: "true" | "false";
        /** @description Of the file */
        name?: string;
      };
      header?: never;
      path: {
        id: string;
        statement_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/xml": string;
        "text/csv": string;
        "text/xml": string;
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentStatement"] | components["schemas"]["CheckedStatement"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentStatement"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description payment_source_not_found: Payment source not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description statement_id_conflict: Statement id used before */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description statement_media_type: Not a statement */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description statement_faulty: Lines that cannot be read */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listPaymentStatements: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: string;
        limit?: number;
        source_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentStatements"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readPaymentStatement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PaymentStatement"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description statement_not_found: Statement not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readReconciliationSummary: {
    parameters: {
      query?: {
        /** @description UTC, ISO 8601 */
        from?: string;
        source_id?: string;
        /** @description UTC, ISO 8601 */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ReconciliationSummary"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listRefunds: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        state?: "requested" | "posted" | "dropped";
        vend_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refunds"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readRefund: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description refund_not_found: Refund not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  requestRefund: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewRefund"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Refund"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description debt_not_found: Debt not found; vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; vend_not_refundable: Not a sale; vend_claimed: Dealt with already; refund_above_debt: More than is owed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description refund_part_faulty: Not a part of it; refund_proof_faulty: No proof; refund_destination_faulty: Money cannot go there */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  previewRefund: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RefundPreviewRequest"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RefundPreview"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_refundable: Not a sale */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description refund_part_faulty: Not a part of it */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listRepairs: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        state?: "requested" | "approved" | "executed" | "dropped";
        vend_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Repairs"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readRepair: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Repair"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description repair_not_found: Repair not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  requestRepair: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewRepair"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Repair"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Repair"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found; vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; vend_not_refundable: Not a sale; vend_claimed: Dealt with already */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong; repair_same_meter: The same meter */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportComponents: {
    parameters: {
      query: {
        from: string;
        to: string;
        vendor_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ComponentsReport"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportComponentsFile: {
    parameters: {
      query: {
        from: string;
        to: string;
        vendor_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportDebts: {
    parameters: {
      query: {
        from: string;
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DebtsReport"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportDebtsFile: {
    parameters: {
      query: {
        from: string;
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  printMonthEnd: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/pdf": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  exportMonthEndTable: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        month: string;
        table: "trial-balance" | "sales-by-day" | "sales-by-tariff" | "sales-by-vendor" | "sales-by-area" | "sales-by-channel" | "sales-by-payment-method" | "components" | "taxes-payable" | "vendor-floats" | "debts" | "debts-by-age" | "free-units" | "tokens";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportSales: {
    parameters: {
      query: {
        by?: "all" | "hour" | "tariff" | "vendor" | "operator" | "area" | "channel" | "payment_method" | "kind";
        from: string;
        per?: "span" | "day" | "month" | "weekday";
        to: string;
        vendor_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SalesReport"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportSalesFile: {
    parameters: {
      query: {
        by?: "all" | "hour" | "tariff" | "vendor" | "operator" | "area" | "channel" | "payment_method" | "kind";
        from: string;
        per?: "span" | "day" | "month" | "weekday";
        to: string;
        vendor_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportZeroBuyers: {
    parameters: {
      query?: {
        after?: string;
        area?: string;
        /** @description Nothing bought for at least so many days */
        days?: number;
        limit?: number;
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ZeroBuyers"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reportZeroBuyersFile: {
    parameters: {
      query?: {
        area?: string;
        /** @description Nothing bought for at least so many days */
        days?: number;
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listRoles: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Roles"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  search: {
    parameters: {
      query: {
        limit?: number;
        query: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SearchHits"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listServicePoints: {
    parameters: {
      query?: {
        after?: string;
        area?: string;
        limit?: number;
        query?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServicePoints"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readServicePoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServicePoint"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description service_point_not_found: Place not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putServicePoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewServicePoint"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServicePoint"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServicePoint"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description operation_id_conflict: Id used before; service_point_code_exists: Code exists */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeServicePoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ServicePointPatch"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ServicePoint"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description service_point_not_found: Place not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description changed_meanwhile: Changed meanwhile */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description revision_required: Revision missing */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Session"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SignIn"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Session"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before; sign_in_failed: Sign-in failed */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests; sign_in_too_soon: Too many failed sign-ins */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  signInToDemo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["DemoSignIn"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Session"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before; demo_link_invalid: Demo link not valid */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  switchDemoPerson: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["DemoSwitch"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Session"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  signInByPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PasskeySignIn"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Session"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before; passkey_invalid: Passkey not accepted */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description passkeys_unavailable: No passkeys here */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  askForPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyOptions"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description passkeys_unavailable: No passkeys here */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PasswordChange"];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description password_too_short: Password too short; password_too_long: Password too long; current_password_wrong: Current password wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests; sign_in_too_soon: Too many failed sign-ins */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  showSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ShownFactor"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Session"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description passkeys_unavailable: No passkeys here */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_wrong: Code not right */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests; second_factor_too_soon: Too many wrong codes */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  askForOwnPasskey: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PasskeyOptions"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description passkeys_unavailable: No passkeys here */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readShift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shift"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description shift_not_found: Shift not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  openShift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewShift"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shift"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shift"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found; operator_not_found: Operator not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description shift_id_conflict: Shift id used before; shift_open: Shift open already */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cash_float_below_zero: Change below zero */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  countOwnShift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewCount"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shift"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shift"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description shift_not_found: Shift not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description shift_closed: Shift closed already; vends_unresolved: Vends under way; count_not_confirmed: Count by somebody else; float_exceeded: Float too low */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description count_below_zero: Count below zero; count_incomplete: Count not complete */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readCurrentShift: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CurrentShift"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listTariffs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TariffVersions"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readTariff: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TariffVersions"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_not_found: Tariff not found */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putTariffVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewTariffVersion"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TariffVersion"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TariffVersion"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_version_conflict: Tariff version exists; tariff_version_not_next: Not the next version; tariff_effective_taken: Effective date taken; tariff_effective_in_past: Effective date has passed */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_faulty: Tariff cannot be used */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  requestTariffApproval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ApprovalRequest"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApprovalRequested"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ApprovalRequested"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_version_not_found: Tariff version not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; tariff_version_not_draft: Not a draft */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  previewTariff: {
    parameters: {
      query: {
        /** @description A month, yyyymm */
        month: number;
      };
      header?: never;
      path: {
        id: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TariffPreview"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_version_not_found: Tariff version not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_version_not_draft: Not a draft */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  withdrawTariffVersion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TariffVersion"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_version_not_found: Tariff version not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_version_not_draft: Not a draft */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  tryTariff: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewTariffTrial"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TariffTrial"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readToday: {
    parameters: {
      query?: {
        date?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Today"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Users"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  addUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewUser"];
      };
    };
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AddedUser"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description roles_incompatible: Roles do not go together; sign_in_name_taken: Name taken */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  disableUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description user_not_found: User not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description own_user: Your own user */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  resetPassword: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GeneratedPassword"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description user_not_found: User not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description own_user: Your own user; user_disabled: User disabled */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  changeRoles: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["UserRoles"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description user_not_found: User not found; vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description roles_incompatible: Roles do not go together; own_user: Your own user; user_disabled: User disabled */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  resetSecondFactors: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description user_not_found: User not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description own_user: Your own user; user_disabled: User disabled */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listVendors: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vendors"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  addVendor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewVendor"];
      };
    };
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vendor"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readVendor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vendor"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listBankBatches: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: number;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BankBatches"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  closeBankBatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        batch_id: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewBankBatch"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BankBatch"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BankBatch"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found; sales_batch_not_found: Sales batch not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description batch_id_conflict: Batch id used before; sales_batch_banked: Batch banked already; bank_slip_used: Slip used before */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description brought_below_zero: Money below zero */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listCommissions: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Commissions"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putCommission: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        version: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewCommission"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Commission"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Commission"];
        };
      };
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Ordered"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; commission_version_conflict: Commission version exists; commission_version_not_next: Not the next version; second_person_needed: Another person must agree; commission_day_closed: Day closed already */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description commission_faulty: Commission not sound */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  orderCreditLimit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        order_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewCreditLimit"];
      };
    };
    responses: {
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Ordered"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description credit_limit_below_zero: Limit below zero */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDays: {
    parameters: {
      query?: {
        /** @description A day on the utility's calendar */
        before?: string & (unknown & unknown);
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VendorDays"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readDay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A day on the utility's calendar */
        date: string & (unknown & unknown);
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VendorDay"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description day_not_found: Day not closed */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  closeDay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A day on the utility's calendar */
        date: string & (unknown & unknown);
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VendorDay"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["VendorDay"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description day_not_next: Not the next day; day_not_over: Day not over; vends_unresolved: Vends under way */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDayCommissions: {
    parameters: {
      query?: {
        limit?: number;
        skip?: number;
      };
      header?: never;
      path: {
        /** @description A day on the utility's calendar */
        date: string & (unknown & unknown);
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DayCommissions"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description day_not_found: Day not closed */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  verifyDay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A day on the utility's calendar */
        date: string & (unknown & unknown);
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DayVerification"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description day_not_found: Day not closed */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reverseDeposit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        reversal_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewDepositReversal"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DepositAnswer"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DepositAnswer"];
        };
      };
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Ordered"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found; deposit_not_found: Deposit not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description approval_id_conflict: Order id in use; deposit_reversal_id_conflict: Reversal id used before; deposit_reversed: Deposit came back already; float_exceeded: Float too low */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listDeposits: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: string;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Deposits"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  depositFloat: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        deposit_id: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewDeposit"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DepositAnswer"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DepositAnswer"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found; bank_batch_not_found: Bank batch not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description deposit_id_conflict: Deposit id used before; deposit_slip_used: Slip used before */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description deposit_not_positive: No money deposited */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listOperators: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Operators"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  setOperatorLimits: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        user_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewOperatorLimits"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Operator"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description operator_not_found: Operator not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listSalesBatches: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: number;
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SalesBatches"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  closeSalesBatch: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        batch_id: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewSalesBatch"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SalesBatch"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SalesBatch"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found; shift_not_found: Shift not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description batch_id_conflict: Batch id used before; shift_not_closed: Shift still open; shift_batched: Shift in a batch */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  setVendorSettings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewVendorSettings"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vendor"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listShifts: {
    parameters: {
      query?: {
        /** @description The `next` of the page before */
        before?: string;
        limit?: number;
        operator_id?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shifts"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  countShift: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        shift_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewCount"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shift"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Shift"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description shift_not_found: Shift not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description shift_closed: Shift closed already; vends_unresolved: Vends under way; count_not_confirmed: Count by somebody else; float_exceeded: Float too low */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description count_below_zero: Count below zero; count_incomplete: Count not complete */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readStatement: {
    parameters: {
      query: {
        /** @description The `next` of the page before */
        after?: string;
        /** @description A day on the utility's calendar */
        from: string & (unknown & unknown);
        limit?: number;
        /** @description A day on the utility's calendar */
        to: string & (unknown & unknown);
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Statement"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  exportStatement: {
    parameters: {
      query: {
        /** @description A day on the utility's calendar */
        from: string & (unknown & unknown);
        /** @description A day on the utility's calendar */
        to: string & (unknown & unknown);
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The statement, money with a decimal point */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description too_many_requests: Too many requests */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  suspendVendor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewSuspension"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vendor"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  resumeVendor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vendor"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description float_not_covered: Float not covered */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listVends: {
    parameters: {
      query?: {
        agreement_id?: string;
        /** @description The `next` of the page before */
        before?: string;
        from?: string;
        kind?: "sale" | "free_units" | "free_issue" | "engineering" | "transfer";
        limit?: number;
        /** @description The number printed on the meter (DRN) */
        meter_number?: string;
        /** @description The one vend with this receipt; nothing else is looked at */
        receipt_number?: string;
        /** @description Not this instant itself */
        to?: string;
        vendor_id?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vends"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readVend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vend"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  vend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewVend"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vend"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vend"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_not_found: Meter not found; vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_id_conflict: Vend id used before; payment_reference_used: Payment used before; meter_not_installed: Meter not installed; meter_blocked: Meter blocked; agreement_ended: Agreement ended; vending_key_expired: Vending key expired; month_limit_reached: This month's limit; published_value_missing: Price not published; published_value_too_low: Published price too low; free_units_not_due: No free units due; vendor_suspended: Vendor suspended; shift_not_open: No open shift; operator_limit_exceeded: Seller's limit reached; float_exceeded: Float too low; token_identifier_too_far_ahead: Too many tokens in an hour */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description meter_number_invalid: Meter number wrong; tariff_not_found: Tariff not found; sold_as_money: Sold as money; tendered_not_positive: No money tendered; tendered_below_minimum: Less than the minimum; tendered_above_limit: More than the limit; debt_exceeds_purchase: Less than the debt; charges_exceed_purchase: Less than the charges; tendered_between_bands: No energy costs exactly this; tendered_below_one_unit: Too little money; tendered_above_maximum: Too much money */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description security_module_unavailable: Security module not available; database_unavailable: Database not available; vend_outcome_unknown: Outcome not known yet */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  readAfterSale: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AfterSale"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listReprints: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Reprints"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  reprintVend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Vend"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_posted: Vend not finished */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  wantResend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        resend_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewResend"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Resend"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Resend"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_found: Vend not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vend_not_posted: Vend not finished; vend_claimed: Dealt with already; resend_id_conflict: Id used before; vend_not_resendable: Not for customers */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listWebhooks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Webhooks"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  putWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NewWebhook"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookWithSecret"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookWithSecret"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description vendor_not_found: Vendor not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description webhook_id_conflict: Webhook id used before; too_many_webhooks: Too many webhooks */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description webhook_url_invalid: Webhook address wrong */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  stopWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description webhook_not_found: Webhook not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  listWebhookDeliveries: {
    parameters: {
      query?: {
        before?: string;
        limit?: number;
        state?: "pending" | "delivered" | "failed";
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookDeliveries"];
        };
      };
      /** @description request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description webhook_not_found: Webhook not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  replayWebhook: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["WebhookReplay"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookReplayed"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description webhook_not_found: Webhook not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
  rotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @description The secret_generation it replaces */
          replaces: number;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["WebhookWithSecret"];
        };
      };
      /** @description request_not_json: Request is not JSON; request_invalid: Request not understood */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_signed_in: Not signed in; signature_required: Signature required; signature_invalid: Signature not valid; signature_out_of_time: Signature out of time; request_replayed: Request seen before */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description webhook_not_found: Webhook not found */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description request_too_large: Request too large */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description host_not_allowed: Unknown host */
      421: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description internal_error: Fault of the server */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description database_unavailable: Database not available; outcome_unknown: Outcome not known */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
    };
  };
}
