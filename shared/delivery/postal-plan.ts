/** How a country writes its postal codes. */
export interface PostalPlan {
	/** The code without spaces and hyphens. */
	pattern: RegExp;
	/** Sizes of the parts that are set apart, and by what: "1234 AB", "00-950". One part where nothing is. */
	parts?: readonly number[];
	between?: ' ' | '-';
	/** Digits of a code that may begin with noughts, which sheets drop. */
	noughts?: number;
	/** Letters before the digits that are part of the code itself: "LV-1010", "AD500". */
	own?: string;
	example: string;
}

const four = (example: string, pattern = /^[1-9]\d{3}$/): PostalPlan => ({ pattern, example });
const five = (example: string, pattern = /^[1-9]\d{4}$/): PostalPlan => ({ pattern, example });
const nought = (plan: PostalPlan, noughts: number): PostalPlan => ({ ...plan, noughts });
const apart = (plan: PostalPlan, parts: readonly number[], between: ' ' | '-' = ' '): PostalPlan => ({
	...plan,
	parts,
	between,
});

/** A British code has three characters after its space, however many come before it. */
const british = (example: string): PostalPlan => ({
	pattern: /^(GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/,
	parts: [-3],
	between: ' ',
	example,
});
const overseas = (example: string): PostalPlan => five(example, /^9[78]\d{3}$/);

/** Europe, France overseas, and North America; what others write is left to the carrier. */
export const postalPlans: Readonly<Record<string, PostalPlan>> = {
	AD: { pattern: /^AD[1-7]00$/, own: 'AD', example: 'AD500' },
	AL: four('1001'),
	AT: four('1010'),
	AX: five('22100', /^22\d{3}$/),
	BA: five('71000'),
	BE: four('1000'),
	BG: four('1000'),
	BL: overseas('97133'),
	BY: { pattern: /^2\d{5}$/, example: '220030' },
	CA: apart({ pattern: /^[A-Z]\d[A-Z]\d[A-Z]\d$/, example: 'K1A 0B1' }, [3, 3]),
	CH: four('8001'),
	CY: four('1010'),
	CZ: apart(five('110 00', /^[1-7]\d{4}$/), [3, 2]),
	DE: nought(five('10115', /^(0[1-9]|[1-9]\d)\d{3}$/), 5),
	// Copenhagen also has 0800 to 0999. A three-digit code may lack any of its digits, so no leading zero is added.
	DK: four('5000', /^(0[89]|[1-9]\d)\d{2}$/),
	EE: five('10111'),
	ES: nought(five('28013', /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/), 5),
	FI: nought(five('00100', /^\d{5}$/), 5),
	FO: { pattern: /^\d{3}$/, example: '100' },
	FR: nought(five('75002', /^(0[1-9]|[1-8]\d|9[0-8])\d{3}$/), 5),
	GB: british('SW1A 1AA'),
	GF: overseas('97300'),
	GG: british('GY1 1AA'),
	GI: apart({ pattern: /^GX111AA$/, example: 'GX11 1AA' }, [4, 3]),
	GL: four('3900', /^39\d{2}$/),
	GP: overseas('97110'),
	GR: apart(five('104 31', /^[1-8]\d{4}$/), [3, 2]),
	HR: five('10000'),
	HU: four('1051'),
	IE: apart({ pattern: /^[A-Z]\d[\dW][A-Z\d]{4}$/, example: 'D02 X285' }, [3, 4]),
	IM: british('IM1 1AA'),
	IS: { pattern: /^[1-9]\d{2}$/, example: '101' },
	IT: nought(five('00184', /^\d{5}$/), 5),
	JE: british('JE2 3AB'),
	LI: four('9490', /^94[89]\d$/),
	LT: nought(five('01100', /^(0|[1-9])\d{4}$/), 5),
	LU: four('1111'),
	LV: { pattern: /^LV\d{4}$/, parts: [2, 4], between: '-', own: 'LV', example: 'LV-1010' },
	MC: five('98000', /^980\d{2}$/),
	MD: four('2001'),
	ME: five('81000'),
	MF: overseas('97150'),
	MK: four('1000'),
	MQ: overseas('97200'),
	MT: apart({ pattern: /^[A-Z]{3}\d{4}$/, example: 'VLT 1117' }, [3, 4]),
	NC: overseas('98800'),
	NL: apart({ pattern: /^[1-9]\d{3}[A-Z]{2}$/, example: '1012 AB' }, [4, 2]),
	NO: nought(four('0150', /^\d{4}$/), 4),
	PF: overseas('98714'),
	PL: apart(nought(five('00-950', /^\d{5}$/), 5), [2, 3], '-'),
	PM: overseas('97500'),
	PT: apart({ pattern: /^[1-9]\d{6}$/, example: '1000-001' }, [4, 3], '-'),
	RE: overseas('97400'),
	RO: nought({ pattern: /^\d{6}$/, example: '010011' }, 6),
	RS: five('11000'),
	RU: { pattern: /^[1-6]\d{5}$/, example: '101000' },
	SE: apart(five('111 20'), [3, 2]),
	SI: four('1000'),
	SK: apart(nought(five('811 01', /^[089]\d{4}$/), 5), [3, 2]),
	SM: five('47890', /^4789\d$/),
	TR: nought(five('34000', /^(0[1-9]|[1-8]\d)\d{3}$/), 5),
	UA: nought(five('01001', /^\d{5}$/), 5),
	US: { pattern: /^\d{5}(\d{4})?$/, parts: [5, 4], between: '-', noughts: 5, example: '10001' },
	VA: five('00120', /^00120$/),
	WF: overseas('98600'),
	XK: five('10000'),
	YT: overseas('97600'),
};

/** Letters that people and customs put before a code: the country's, or those of its cars. */
export const carLetters: Readonly<Record<string, readonly string[]>> = {
	...{
		FR: ['F'],
		DE: ['D'],
		ES: ['E'],
		IT: ['I'],
		BE: ['B'],
		AT: ['A'],
		LU: ['L'],
		SE: ['S'],
		NO: ['N'],
		PT: ['P'],
		HU: ['H'],
	},
	...{
		FI: ['FIN', 'SF'],
		SI: ['SLO'],
		FO: ['FR'],
		LI: ['FL'],
		SM: ['RSM'],
		VA: ['V'],
		RU: ['RUS'],
		MC: ['F'],
		IE: ['IRL'],
		EE: ['EST'],
	},
	...{ RE: ['F', 'FR'], GP: ['F', 'FR'], MQ: ['F', 'FR'], GF: ['F', 'FR'], YT: ['F', 'FR'], GL: ['DK'], AX: ['FI'] },
};
