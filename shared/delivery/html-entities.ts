/** The named entities of HTML 4, by the code point of the first of each run. */
const RUNS: readonly (readonly [number, string])[] = [
	[
		160,
		'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1',
	],
	[
		186,
		'ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc',
	],
	[
		207,
		'Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml',
	],
	[
		229,
		'aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave',
	],
	[250, 'uacute ucirc uuml yacute thorn yuml'],
	[913, 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho'],
	[931, 'Sigma Tau Upsilon Phi Chi Psi Omega'],
	[
		945,
		'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega',
	],
];

const SINGLE: Readonly<Record<string, number>> = {
	...{
		quot: 34,
		amp: 38,
		apos: 39,
		lt: 60,
		gt: 62,
		sol: 47,
		num: 35,
		commat: 64,
		colon: 58,
		comma: 44,
		period: 46,
		lpar: 40,
		rpar: 41,
	},
	...{
		OElig: 338,
		oelig: 339,
		Scaron: 352,
		scaron: 353,
		Yuml: 376,
		fnof: 402,
		circ: 710,
		tilde: 732,
		ensp: 8194,
		emsp: 8195,
		thinsp: 8201,
	},
	...{
		zwnj: 8204,
		zwj: 8205,
		lrm: 8206,
		rlm: 8207,
		ndash: 8211,
		mdash: 8212,
		lsquo: 8216,
		rsquo: 8217,
		sbquo: 8218,
		ldquo: 8220,
	},
	...{
		rdquo: 8221,
		bdquo: 8222,
		dagger: 8224,
		Dagger: 8225,
		bull: 8226,
		hellip: 8230,
		permil: 8240,
		prime: 8242,
		Prime: 8243,
	},
	...{
		lsaquo: 8249,
		rsaquo: 8250,
		euro: 8364,
		trade: 8482,
		larr: 8592,
		uarr: 8593,
		rarr: 8594,
		darr: 8595,
		minus: 8722,
		le: 8804,
		ge: 8805,
	},
	...{
		Zcaron: 381,
		zcaron: 382,
		Ccaron: 268,
		ccaron: 269,
		Rcaron: 344,
		rcaron: 345,
		Ecaron: 282,
		ecaron: 283,
		Lstrok: 321,
		lstrok: 322,
	},
};

const named = new Map<string, string>([
	...RUNS.flatMap(([first, names]) =>
		names.split(' ').map((name, at): [string, string] => [name, String.fromCodePoint(first + at)]),
	),
	...Object.entries(SINGLE).map(([name, code]): [string, string] => [name, String.fromCodePoint(code)]),
]);

/** Numbers from 128 to 159 mean the characters of Windows-1252, as every browser reads them. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function numbered(code: number): string | undefined {
	if (code >= 128 && code <= 159) return WINDOWS[code - 128];
	return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}

/** Decodes entities that end in a semicolon, once: "&amp;amp;" is "&amp;". What is no entity stays. */
export function decodeEntities(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z]\w{1,9}));/g,
		(whole, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return named.get(name) ?? whole;
			return numbered(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) ?? whole;
		},
	);
}
