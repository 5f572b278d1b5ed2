/** The eight groups of an IPv6 address as URLs write it, in hexadecimal and perhaps with one gap. */
function groupsOf(address: string): number[] {
	const [head = '', tail] = address.split('::');
	const parse = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
	const [before, after] = [parse(head), parse(tail ?? '')];
	return tail === undefined
		? before
		: [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

const isIpv4 = (address: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(address);

function isPrivateIpv4(address: string): boolean {
	const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
	return (
		a === 0 ||
		a === 10 ||
		a === 127 ||
		(a === 100 && b >= 64 && b < 128) ||
		(a === 169 && b === 254) ||
		(a === 172 && b >= 16 && b < 32) ||
		(a === 192 && b === 168) ||
		(a === 192 && b === 0 && c === 0) ||
		(a === 198 && (b === 18 || b === 19)) ||
		a >= 224
	);
}

/** The IPv4 address inside one of IPv6: mapped, translated (64:ff9b::/96), or 6to4. */
function embeddedIpv4(groups: readonly number[]): string | undefined {
	const [first = 0, second = 0] = groups;
	const dotted = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
	const isMapped = groups.slice(0, 5).every((group) => group === 0) && (groups[5] === 0xffff || groups[5] === 0);
	const isTranslated = first === 0x64 && second === 0xff9b;
	if (isMapped || isTranslated) return dotted(groups[6], groups[7]);
	return first === 0x2002 ? dotted(groups[1], groups[2]) : undefined;
}

function isPrivateIpv6(address: string): boolean {
	const groups = groupsOf(address.includes('.') ? mappedToHex(address) : address);
	const [first = 0] = groups;
	const inside = embeddedIpv4(groups);
	if (inside !== undefined) return isPrivateIpv4(inside);
	// Unique local, link-local, site-local, multicast.
	return (first & 0xfe00) === 0xfc00 || (first & 0xff80) === 0xfe80 || first >= 0xff00;
}

/** Resolvers write "::ffff:10.0.0.1". */
function mappedToHex(address: string): string {
	const at = address.lastIndexOf(':') + 1;
	const [a = 0, b = 0, c = 0, d = 0] = address.slice(at).split('.').map(Number);
	return `${address.slice(0, at)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}

/** An address of this machine or of a network that only its own machines reach. Without brackets. */
export function isPrivateAddress(address: string): boolean {
	const plain = address.split('%')[0] ?? '';
	return isIpv4(plain) ? isPrivateIpv4(plain) : plain.includes(':') && isPrivateIpv6(plain);
}

/** Names that lead into one's own network by convention, and names without a dot, which only that network knows. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;

/** The host of a URL: an address, or a name that needs no look-up to be known as private. */
export function isPrivateHost(host: string): boolean {
	const name = host
		.replace(/^\[|\]$/g, '')
		.replace(/\.$/, '')
		.toLowerCase();
	return isPrivateAddress(name) || (!name.includes(':') && (!name.includes('.') || PRIVATE_NAMES.test(name)));
}
