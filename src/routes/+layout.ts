/** Pages are documents: no framework travels to the phone, and nothing is written for one (tests/architecture.test.ts). */
export const csr = false;
