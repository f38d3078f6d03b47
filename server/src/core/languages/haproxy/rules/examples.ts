/** What most examples begin with, so that the daemon has nothing else to say of them. */

/** Defaults in mode http. */
export const http = `
defaults
    mode http
    timeout connect 5s
    timeout client 30s
    timeout server 30s
`;

/** Defaults in mode tcp. */
export const tcp = `
defaults
    timeout connect 5s
    timeout client 30s
    timeout server 30s
`;

/** A frontend whose backend is "app". */
export const front = `
frontend web
    bind :8080
    default_backend app
`;
