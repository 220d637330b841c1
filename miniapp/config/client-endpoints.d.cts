declare const clientEndpoints: { readonly READ_BY_CLIENTS: readonly string[] };
export default clientEndpoints;
