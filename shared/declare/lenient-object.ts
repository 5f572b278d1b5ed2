import { toMoment } from '../delivery/time';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { lenientValue, oddFieldsWarning } from './lenient-reading';

/** An object of a response, read field by field. An unreadable field is null and noted; the rest still counts. */
export interface LenientObject {
	/** Text, or a number as text. An empty text is null. */
	text(key: string): string | null;
	/** A number, or a text that holds one. */
	number(key: string): number | null;
	flag(key: string): boolean | null;
	/** ISO 8601 with offset, for any offset the carrier writes. */
	moment(key: string): string | null;
	/** A nested object, or null if it is missing. */
	object(key: string): LenientObject | null;
	/** The objects of a list; its other entries are noted. */
	objects(key: string): LenientObject[];
	value(key: string): Json | undefined;
	/** The field has a form that the caller does not know either. */
	note(key: string): void;
}

export interface LenientReader {
	root: LenientObject;
	/** One sentence about the unreadable fields, for the item's warnings. Empty if all fields were read. */
	warnings(carrier: string): { warnings?: string[] };
}

const isNothing = (value: Json | undefined) => value === undefined || value === null || value === '';

/** What is shared by all objects of one answer. */
interface Answer {
	/** For times without an offset. */
	zone: string;
	/** Paths of the unreadable fields. */
	unread: Set<string> | undefined;
}

/** A class, because lists hold thousands of rows: methods that every row makes anew take longer than reading it. */
class ReadObject implements LenientObject {
	constructor(
		private readonly body: JsonObject,
		private readonly path: string,
		private readonly answer: Answer,
	) {}

	private nameOf(key: string): string {
		return this.path === '' ? key : `${this.path}.${key}`;
	}

	private read<T>(key: string, convert: (value: Json) => T | null | undefined): T | null {
		const value = this.body[key];
		if (value === undefined || isNothing(value)) return null;
		const converted = convert(value) ?? null;
		if (converted === null) this.note(key);
		return converted;
	}

	text(key: string): string | null {
		return this.read(key, lenientValue.text);
	}

	number(key: string): number | null {
		return this.read(key, lenientValue.number);
	}

	flag(key: string): boolean | null {
		return this.read(key, lenientValue.flag);
	}

	moment(key: string): string | null {
		return this.read(key, (value) => (typeof value === 'string' ? toMoment(value, this.answer.zone) : null));
	}

	object(key: string): LenientObject | null {
		return this.read(key, (value) =>
			isJsonObject(value) ? new ReadObject(value, this.nameOf(key), this.answer) : null,
		);
	}

	objects(key: string): LenientObject[] {
		const list = this.read(key, (value) => (Array.isArray(value) ? value : null)) ?? [];
		return list.flatMap((entry, index): LenientObject[] => {
			if (isJsonObject(entry)) return [new ReadObject(entry, `${this.nameOf(key)}[${index}]`, this.answer)];
			this.note(`${key}[${index}]`);
			return [];
		});
	}

	value(key: string): Json | undefined {
		return this.body[key];
	}

	note(key: string): void {
		this.answer.unread ??= new Set();
		this.answer.unread.add(this.nameOf(key));
	}
}

/** Reads the secondary fields of an answer. `zone` is for times without an offset. */
export function lenientReader(body: JsonObject, zone: string): LenientReader {
	const answer: Answer = { zone, unread: undefined };
	return {
		root: new ReadObject(body, '', answer),
		warnings: (carrier) => {
			if (answer.unread === undefined) return {};
			return { warnings: oddFieldsWarning(carrier, answer.unread) };
		},
	};
}
