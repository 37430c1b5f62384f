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
  "/v1/customers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find customers by name */
    get: operations["listCustomers"];
    put?: never;
    /** Add a customer */
    post: operations["addCustomer"];
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
    /** One meter */
    get: operations["readMeter"];
    put?: never;
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
  "/v1/vends/{id}/reprints": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Print a receipt again: the same digits, and a record that it was done */
    post: operations["reprintVend"];
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
      revoked_at: string | null;
      vendor: {
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        name: string;
      };
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
      kind: "tariff_version" | "debt_write_off" | "refund" | "free_issue" | "credit_transfer" | "engineering" | "float_adjustment" | "limit_change" | "key_load";
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
    Customer: {
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      name: string;
      phone: string | null;
    };
    Customers: {
      customers: components["schemas"]["Customer"][];
      next: string | null;
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
    Deposit: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      deposit_minor: string;
      float: components["schemas"]["Float"];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      reference: string;
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
    /** @description The memory of a meter as its factory delivered it */
    MeterMemory: {
      [key: string]: unknown;
    };
    Meters: {
      meters: components["schemas"]["Meter"][];
      next: string | null;
    };
    NewApiKey: {
      /** @description Whose key it is; stands on receipts */
      name: string;
      /**
       * Format: uuid
       * @description On whose float it sells
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id: string;
    };
    NewCustomer: {
      name: string;
      /** @default null */
      phone?: string | null;
    };
    NewDeposit: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 500000
       */
      deposit_minor: string;
      /** @description What the bank's statement says */
      reference: string;
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
    NewPasskey: {
      name: string;
      passkey: components["schemas"]["MadePasskey"];
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
    NewWebhook: {
      description: string;
      /** @description What to be told of */
      kinds: ("vend.posted" | "vend.declined" | "deposit.posted")[];
      /**
       * @description Where messages are posted to: https, without a password in it
       * @example https://shop.example.org/wattvend
       */
      url: string;
      /** @description Only what concerns this vendor; null for all vendors */
      vendor_id: string | null;
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
    Problem: {
      /** @enum {string} */
      code: "host_not_allowed" | "cross_site_request" | "path_not_found" | "method_not_allowed" | "not_signed_in" | "second_factor_setup_required" | "sign_in_unfinished" | "not_allowed" | "request_too_large" | "request_not_json" | "request_invalid" | "too_many_requests" | "sign_in_too_soon" | "sign_in_failed" | "demo_link_invalid" | "password_too_short" | "password_too_long" | "current_password_wrong" | "roles_incompatible" | "sign_in_name_taken" | "own_user" | "user_not_found" | "user_disabled" | "api_key_not_found" | "approval_not_found" | "own_order" | "approval_decided" | "approval_expired" | "approval_id_conflict" | "passkeys_unavailable" | "passkey_invalid" | "second_factor_required" | "sign_in_again" | "totp_not_begun" | "totp_in_use" | "second_factor_too_soon" | "second_factor_wrong" | "factor_not_found" | "last_factor" | "vend_id_conflict" | "payment_reference_used" | "deposit_id_conflict" | "tariff_version_conflict" | "tariff_version_not_next" | "published_value_conflict" | "published_revision_not_next" | "meter_number_invalid" | "meter_not_found" | "meter_exists" | "meter_not_installed" | "meter_blocked" | "agreement_ended" | "vending_key_not_found" | "vending_key_expired" | "tariff_not_found" | "customer_not_found" | "tariff_version_not_found" | "published_value_not_found" | "tariff_version_not_draft" | "published_value_approved" | "tariff_faulty" | "tariff_effective_taken" | "tariff_effective_in_past" | "sold_as_money" | "tendered_not_positive" | "tendered_below_minimum" | "tendered_above_limit" | "month_limit_reached" | "published_value_missing" | "published_value_too_low" | "free_units_not_due" | "debt_exceeds_purchase" | "charges_exceed_purchase" | "tendered_between_bands" | "tendered_below_one_unit" | "tendered_above_maximum" | "deposit_not_positive" | "vendor_not_found" | "vend_not_found" | "vend_not_posted" | "operator_limit_exceeded" | "float_exceeded" | "token_identifier_too_far_ahead" | "webhook_id_conflict" | "webhook_url_invalid" | "too_many_webhooks" | "webhook_not_found" | "security_module_unavailable" | "database_unavailable" | "vend_outcome_unknown" | "outcome_unknown" | "internal_error";
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
    RecoveryCodes: {
      recovery_codes: string[];
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
        permissions: ("vend.sell" | "vend.read" | "vend.reprint" | "vend.reverse" | "quote" | "meter.read" | "meter.write" | "customer.read" | "customer.write" | "import" | "tariff.read" | "tariff.draft" | "tariff.approve" | "debt.read" | "debt.write" | "debt.write_off.request" | "debt.write_off.approve" | "vendor.read" | "vendor.write" | "float.deposit" | "float.reverse" | "float_adjustment.request" | "float_adjustment.approve" | "limit_change.request" | "limit_change.approve" | "shift.own" | "shift.read" | "shift.close" | "batch.close" | "refund.request" | "refund.approve" | "free_issue.request" | "free_issue.approve" | "credit_transfer.request" | "credit_transfer.approve" | "engineering.request" | "engineering.approve" | "reconciliation.read" | "reconciliation.write" | "ledger.read" | "report.read" | "approval.read" | "audit.read" | "user.read" | "user.write" | "machine.read" | "machine.write" | "key.custody" | "key_load.request" | "key_load.approve" | "settings.read" | "settings.write" | "webhook.read" | "webhook.write")[];
        /** @enum {string} */
        role: "cashier" | "supervisor" | "customer_officer" | "tariff_maker" | "tariff_checker" | "engineering_maker" | "engineering_checker" | "finance" | "finance_checker" | "key_custodian_a" | "key_custodian_b" | "auditor" | "security_officer" | "administrator";
      }[];
    };
    SecondFactors: {
      passkeys: components["schemas"]["Passkey"][];
      recovery_codes_left: number;
      /** @description Whether the roles ask for a second factor */
      required: boolean;
      totp: boolean;
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
        permissions: ("vend.sell" | "vend.read" | "vend.reprint" | "vend.reverse" | "quote" | "meter.read" | "meter.write" | "customer.read" | "customer.write" | "import" | "tariff.read" | "tariff.draft" | "tariff.approve" | "debt.read" | "debt.write" | "debt.write_off.request" | "debt.write_off.approve" | "vendor.read" | "vendor.write" | "float.deposit" | "float.reverse" | "float_adjustment.request" | "float_adjustment.approve" | "limit_change.request" | "limit_change.approve" | "shift.own" | "shift.read" | "shift.close" | "batch.close" | "refund.request" | "refund.approve" | "free_issue.request" | "free_issue.approve" | "credit_transfer.request" | "credit_transfer.approve" | "engineering.request" | "engineering.approve" | "reconciliation.read" | "reconciliation.write" | "ledger.read" | "report.read" | "approval.read" | "audit.read" | "user.read" | "user.write" | "machine.read" | "machine.write" | "key.custody" | "key_load.request" | "key_load.approve" | "settings.read" | "settings.write" | "webhook.read" | "webhook.write")[];
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
        /** @description Twenty digits to be keyed into the meter */
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
      float: components["schemas"]["Float"];
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      name: string;
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
      kinds: ("vend.posted" | "vend.declined" | "deposit.posted")[];
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
      kind: "vend.posted" | "vend.declined" | "deposit.posted";
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
      /** @description not_signed_in: Not signed in; passkey_invalid: Passkey not accepted */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
        kind?: "tariff_version" | "debt_write_off" | "refund" | "free_issue" | "credit_transfer" | "engineering" | "float_adjustment" | "limit_change" | "key_load";
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; second_factor_setup_required: Second factor needed; sign_in_unfinished: Sign-in not finished; not_allowed: Not allowed; own_order: Your own order; second_factor_required: Second factor needed again */
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
      /** @description approval_decided: Decided already; approval_expired: Order expired */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description vend_id_conflict: Vend id used before; payment_reference_used: Payment used before; meter_not_installed: Meter not installed; meter_blocked: Meter blocked; agreement_ended: Nobody is supplied; vending_key_expired: Vending key expired; month_limit_reached: This month's limit; published_value_missing: Price not published; published_value_too_low: Published price too low; free_units_not_due: No free units due; operator_limit_exceeded: Seller's limit reached; float_exceeded: Float too low; token_identifier_too_far_ahead: Too many tokens in an hour */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description meter_number_invalid: Meter number wrong; vending_key_not_found: Vending key not found; tariff_not_found: Tariff not found; customer_not_found: Customer not found */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description meter_not_installed: Meter not installed; meter_blocked: Meter blocked; agreement_ended: Nobody is supplied; month_limit_reached: This month's limit; published_value_missing: Price not published; published_value_too_low: Published price too low; free_units_not_due: No free units due */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in; sign_in_failed: Sign-in failed */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in; demo_link_invalid: Demo link not valid */
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
      /** @description not_signed_in: Not signed in; passkey_invalid: Passkey not accepted */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
          "application/json": components["schemas"]["Deposit"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Deposit"];
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
      /** @description not_signed_in: Not signed in */
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
      /** @description deposit_id_conflict: Deposit id used before */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description vend_id_conflict: Vend id used before; payment_reference_used: Payment used before; meter_not_installed: Meter not installed; meter_blocked: Meter blocked; agreement_ended: Nobody is supplied; vending_key_expired: Vending key expired; month_limit_reached: This month's limit; published_value_missing: Price not published; published_value_too_low: Published price too low; free_units_not_due: No free units due; operator_limit_exceeded: Seller's limit reached; float_exceeded: Float too low; token_identifier_too_far_ahead: Too many tokens in an hour */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
      /** @description not_signed_in: Not signed in */
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
