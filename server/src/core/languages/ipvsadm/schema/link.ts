/** Where the manual stands. */
export const link = "https://manpages.debian.org/bookworm/ipvsadm/ipvsadm.8.en.html";
