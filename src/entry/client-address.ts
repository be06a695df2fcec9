import { BlockList, isIP, isIPv4 } from 'node:net';

/** Where a proxy of the installation's own stands: on this machine, or in the network behind it. */
const OWN_NETWORKS = new BlockList();
OWN_NETWORKS.addSubnet('127.0.0.0', 8, 'ipv4');
OWN_NETWORKS.addSubnet('10.0.0.0', 8, 'ipv4');
OWN_NETWORKS.addSubnet('172.16.0.0', 12, 'ipv4');
OWN_NETWORKS.addSubnet('192.168.0.0', 16, 'ipv4');
OWN_NETWORKS.addAddress('::1', 'ipv6');
OWN_NETWORKS.addSubnet('fc00::', 7, 'ipv6');
OWN_NETWORKS.addSubnet('fe80::', 10, 'ipv6');

/**
 * P3: who asks through a proxy: the last address of `X-Forwarded-For`, which the proxy itself has written; those before it
 * are the client's own claims. A peer that is no proxy of ours is taken for what it is, whatever it says.
 */
export function clientAddress(peer: string | undefined, forwardedFor: string | undefined): string {
	if (!peer) return '';
	const last = forwardedFor?.split(',').at(-1)?.trim() ?? '';
	return isIP(last) && isInOwnNetwork(peer) ? last : peer;
}

function isInOwnNetwork(peer: string): boolean {
	const address = peer.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
	return OWN_NETWORKS.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
