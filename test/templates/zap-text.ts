/** A row of a step's table: a field of the form, and what goes in. */
export interface FilledIn {
	field: string;
	value: string;
}

/** A step as a person reads it: "### 3. Action: Waybill, Create Delivery in Cyke" and a table of its fields. */
export interface ZapStep {
	number: number;
	kind: string;
	app: string;
	label: string;
	fields: FilledIn[];
}

export interface Zap {
	title: string;
	steps: ZapStep[];
}

const HEADING = /^### (\d+)\. (\w+): ([^,]+), (.+)$/;
const ROW = /^\| (.+?) \| (.+) \|$/;

function stepOf(section: string): ZapStep {
	const [heading = '', ...lines] = section.split('\n');
	const [, number, kind = '', app = '', label = ''] = HEADING.exec(heading) ?? [];
	if (number === undefined) throw new Error(`Not a step: "${heading}"`);
	const rows = lines.flatMap((line): FilledIn[] => {
		const [, field, value] = ROW.exec(line) ?? [];
		return field === undefined || value === undefined || field === 'Field' || /^-+$/.test(field) ? [] : [{ field, value }];
	});
	return { number: Number(number), kind, app, label, fields: rows };
}

const sections = (text: string, mark: string) => text.split(new RegExp(`^(?=${mark} )`, 'm'));

/** Reads the Zaps of one page, in the structure that templates/README.md gives. */
export function zapsIn(text: string): Zap[] {
	return sections(text, '##')
		.filter((section) => section.startsWith('## Zap: '))
		.map((section) => ({
			title: section.slice('## Zap: '.length, section.indexOf('\n')),
			steps: sections(section, '###').filter((part) => part.startsWith('### ')).map(stepOf),
		}));
}
