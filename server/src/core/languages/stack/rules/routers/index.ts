import type { ClusterRule } from "../../../../rules/rule.ts";
import { advertIntervalMismatch } from "./advert-interval-mismatch.ts";
import { authenticationMismatch } from "./authentication-mismatch.ts";
import { checkUnicastSource } from "./check-unicast-source.ts";
import { excludedAddressesMismatch } from "./excluded-addresses-mismatch.ts";
import { instanceFamilyMismatch } from "./instance-family-mismatch.ts";
import { multicastGroupMismatch } from "./multicast-group-mismatch.ts";
import { ownerDuplicate } from "./owner-duplicate.ts";
import { peerIsSelf } from "./peer-is-self.ts";
import { peersNotSymmetric } from "./peers-not-symmetric.ts";
import { sourceAddressDuplicate } from "./source-address-duplicate.ts";
import { unicastMulticastMix } from "./unicast-multicast-mix.ts";
import { unicastNeeded } from "./unicast-needed.ts";
import { versionMismatch } from "./version-mismatch.ts";
import { virtualAddressInTwoRouters } from "./virtual-address-in-two-routers.ts";
import { virtualAddressPrefixMismatch } from "./virtual-address-prefix-mismatch.ts";
import { virtualAddressesMismatch } from "./virtual-addresses-mismatch.ts";
import { virtualRouterIdCollision } from "./virtual-router-id-collision.ts";
import { virtualRouterIdMismatch } from "./virtual-router-id-mismatch.ts";

/** What makes one virtual router of several hosts' instances. */
export const routerRules = [
  virtualRouterIdMismatch,
  virtualRouterIdCollision,
  virtualAddressesMismatch,
  virtualAddressPrefixMismatch,
  excludedAddressesMismatch,
  virtualAddressInTwoRouters,
  versionMismatch,
  advertIntervalMismatch,
  authenticationMismatch,
  unicastMulticastMix,
  multicastGroupMismatch,
  peersNotSymmetric,
  checkUnicastSource,
  peerIsSelf,
  sourceAddressDuplicate,
  unicastNeeded,
  ownerDuplicate,
  instanceFamilyMismatch,
] as readonly ClusterRule[];
