/**
 * Generated from the server's OpenAPI document by tools/api-client/write.mjs. Do not edit: change
 * the schemas in apps/vending-server/src/http and run `npm run api-client`.
 */

export interface paths {
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
  "/v1/quotes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a purchase would give; nothing is sold */
    post: operations["quote"];
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
  "/v1/tariffs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All versions of all tariffs */
    get: operations["listTariffs"];
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
     * Add the next version of a tariff, or the first of a new one
     * @description A version is used from its effective_from until a later one is. The same version with the same content again changes nothing.
     */
    put: operations["putTariffVersion"];
    post?: never;
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
    /** Vends, newest first; all, or those of one meter */
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
    Line: {
      detail: string;
      /** @enum {string} */
      kind: "energy" | "tax";
      label: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      line_minor: string;
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
       * Format: uuid
       * @description On whose float it sells
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      vendor_id: string;
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
    NewDeposit: {
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 500000
       */
      deposit_minor: string;
      /** @description What the bank's statement says */
      reference: string;
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
    NewTariff: {
      /**
       * Format: date-time
       * @description From when it is used, UTC
       * @example 2026-01-31T22:00:00.000Z
       */
      effective_from: string;
      name: string;
      /** @description Price of a kWh before tax, in 1/10000 of a minor unit */
      price_per_kwh_e4_minor: string;
      /** @description Value-added tax in hundredths of a per cent */
      vat_basis_points: number;
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
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
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
    PasswordChange: {
      current_password: string;
      new_password: string;
    };
    Problem: {
      /** @enum {string} */
      code: "host_not_allowed" | "cross_site_request" | "path_not_found" | "method_not_allowed" | "not_signed_in" | "not_allowed" | "request_too_large" | "request_not_json" | "request_invalid" | "too_many_requests" | "sign_in_too_soon" | "sign_in_failed" | "demo_link_invalid" | "password_too_short" | "password_too_long" | "current_password_wrong" | "sign_in_name_taken" | "own_user" | "user_not_found" | "user_disabled" | "api_key_not_found" | "vend_id_conflict" | "deposit_id_conflict" | "tariff_version_conflict" | "tariff_version_not_next" | "operation_id_conflict" | "customer_not_found" | "service_point_not_found" | "agreement_not_found" | "import_not_found" | "revision_required" | "changed_meanwhile" | "customer_erased" | "agreement_ended" | "agreement_in_force" | "account_number_exists" | "service_point_code_exists" | "request_not_csv" | "import_running" | "csv_unreadable" | "meter_number_invalid" | "meter_not_found" | "meter_exists" | "meter_scrapped" | "meter_installed" | "meter_not_installed" | "meter_not_in_store" | "meter_not_removed" | "meter_blocked" | "meter_not_blocked" | "new_meter_not_found" | "new_meter_not_in_store" | "service_point_occupied" | "reading_below_first" | "credit_not_transferable" | "vending_key_not_found" | "vending_key_expired" | "tariff_not_found" | "tendered_not_positive" | "tendered_below_one_unit" | "tendered_above_maximum" | "deposit_not_positive" | "vendor_not_found" | "vend_not_found" | "vend_not_posted" | "float_exceeded" | "token_identifier_too_far_ahead" | "security_module_unavailable" | "database_unavailable" | "vend_outcome_unknown" | "outcome_unknown" | "internal_error";
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
    Quote: {
      address: string;
      customer_name: string | null;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh: number;
      /** @description The lines add up to tendered_minor, to the minor unit */
      lines: components["schemas"]["Line"][];
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
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
      user: {
        display_name: string;
        /**
         * Format: uuid
         * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
         */
        id: string;
        /** @description What the roles allow; pages show what is named here */
        permissions: ("vend.sell" | "vend.read" | "vend.reprint" | "vend.reverse" | "quote" | "meter.read" | "meter.write" | "customer.read" | "customer.write" | "import" | "tariff.read" | "tariff.draft" | "tariff.approve" | "debt.read" | "debt.write" | "debt.write_off.request" | "debt.write_off.approve" | "vendor.read" | "vendor.write" | "float.deposit" | "float.reverse" | "float_adjustment.request" | "float_adjustment.approve" | "limit_change.request" | "limit_change.approve" | "shift.own" | "shift.read" | "shift.close" | "batch.close" | "refund.request" | "refund.approve" | "free_issue.request" | "free_issue.approve" | "engineering.request" | "engineering.approve" | "reconciliation.read" | "reconciliation.write" | "ledger.read" | "report.read" | "approval.read" | "audit.read" | "user.read" | "user.write" | "machine.read" | "machine.write" | "key.custody" | "key_load.request" | "key_load.approve" | "settings.read" | "settings.write" | "webhook.read" | "webhook.write")[];
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
    SignIn: {
      password: string;
      sign_in_name: string;
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
    Tariff: {
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
      name: string;
      /** @description Price of a kWh before tax, in 1/10000 of a minor unit */
      price_per_kwh_e4_minor: string;
      /** @description Value-added tax in hundredths of a per cent */
      vat_basis_points: number;
      version: number;
    };
    Tariffs: {
      tariffs: components["schemas"]["Tariff"][];
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
    User: {
      disabled: boolean;
      display_name: string;
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
    Users: {
      users: components["schemas"]["User"][];
    };
    Vend: {
      address: string;
      customer_name: string | null;
      declined_reason: string | null;
      /** @description Energy in tenths of a kWh */
      energy_tenth_kwh: number;
      /**
       * Format: uuid
       * @example 018f3b8e-6a3c-7d51-9c0a-2f3b4c5d6e7f
       */
      id: string;
      key_revision_number: number;
      /** @description The lines add up to tendered_minor, to the minor unit */
      lines: components["schemas"]["Line"][];
      /**
       * @description The number printed on the meter (DRN)
       * @example 01234567897
       */
      meter_number: string;
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
      };
      tariff_index: string;
      /**
       * @description Money in minor units of the currency, in decimal
       * @example 5000
       */
      tendered_minor: string;
      tokens: {
        /** @description Twenty digits to be keyed into the meter */
        digits: string;
        /** @description Energy in tenths of a kWh */
        energy_tenth_kwh: number;
        /** @constant */
        name: "electricity";
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
      };
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
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
  quote: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description meter_blocked: Meter blocked */
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
      /** @description meter_number_invalid: Meter number wrong; tendered_not_positive: No money tendered; tendered_below_one_unit: Too little money; tendered_above_maximum: Too much money */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_signed_in: Not signed in */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
          "application/json": components["schemas"]["Tariffs"];
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
      /** @description not_allowed: Not allowed */
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
        "application/json": components["schemas"]["NewTariff"];
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tariff"];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Tariff"];
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      /** @description tariff_version_conflict: Tariff version exists; tariff_version_not_next: Not the next version */
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
      /** @description not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description sign_in_name_taken: Name taken */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
        /** @description The `next` of the page before */
        before?: string;
        limit?: number;
        /** @description The number printed on the meter (DRN) */
        meter_number?: string;
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
      /** @description not_allowed: Not allowed */
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
      /** @description not_allowed: Not allowed */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
      /** @description vend_id_conflict: Vend id used before; meter_blocked: Meter blocked; vending_key_expired: Vending key expired; float_exceeded: Float too low; token_identifier_too_far_ahead: Too many tokens in an hour */
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
      /** @description meter_number_invalid: Meter number wrong; tendered_not_positive: No money tendered; tendered_below_one_unit: Too little money; tendered_above_maximum: Too much money */
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
      /** @description cross_site_request: Request from another site; not_allowed: Not allowed */
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
}
