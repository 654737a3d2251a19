/** Pages are documents: no framework travels to the phone. A page that needs a script says `csr = true`. */
export const csr = false;
