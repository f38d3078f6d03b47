/** Which names the daemon wants defined, which of them first, and where it says nothing (vrrp_track.c, vrrp_sync.c). */
import type { ReferenceKind } from "../../../../rules/generic/references.ts";

export const referenceKinds: readonly ReferenceKind[] = [
  { scope: "vrrp_script", severity: "error", ordered: true },
  { scope: "track_file", severity: "error", ordered: true },
  { scope: "vrrp_track_process", severity: "error", ordered: true },
  { scope: "bfd_instance", severity: "error", ordered: true },
  { scope: "track_group", severity: "error", ordered: true },
  { scope: "vrrp_instance", within: "vrrp_sync_group", severity: "error", ordered: false },
  // Looked up only when the daemon runs (vrrp_static_track.c, vrrp.c: vrrp_complete_init, ipwrapper.c).
  { scope: "vrrp_instance", severity: "warning", ordered: false },
  { scope: "virtual_server_group", severity: "warning", ordered: false },
];
