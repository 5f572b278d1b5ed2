import type { Carrier } from '../../shared/declare/carrier';
import type { WebhookTrigger } from '../../shared/declare/trigger';
import { actionLabel } from './wording';

/** n8n evaluates a subtitle over the parameters of the step. This one finds words in a table. */
const words = (table: Readonly<Record<string, string>>, key: string) => `(${JSON.stringify(table)})[${key}]`;

const tableOf = <T>(list: readonly T[], entry: (each: T) => [string, string]): Record<string, string> =>
	Object.fromEntries(list.map(entry));

/** "Create or Update Delivery" under the name of a step on the canvas. */
export function actionSubtitle({ actions }: Carrier): string {
	const titles = tableOf(actions, ({ id, title }) => [id, title]);
	return `={{ ${words(titles, '$parameter["resource"] + "." + $parameter["operation"]')} }}`;
}

/** "Delivery status changed". */
export function pollSubtitle({ pollingTriggers }: Carrier): string {
	const titles = tableOf(pollingTriggers, ({ id, title }) => [id, actionLabel(title)]);
	return `={{ ${words(titles, '$parameter["event"]')} }}`;
}

/** "Delivered, Cancelled", or "All events". */
export function webhookSubtitle({ events }: WebhookTrigger): string {
	const labels = tableOf(events, ({ value, label }) => [value, label]);
	return `={{ $parameter["events"].map((event) => ${words(labels, 'event')}).join(", ") || "All events" }}`;
}

/** "Book Shop Order: Cyke". An expression may choose the carrier, and is then shown by what it gives. */
export function anyCarrierSubtitle(operations: Readonly<Record<string, string>>, carriers: readonly Carrier[]): string {
	const titles = tableOf(carriers, ({ id, title }) => [id, title]);
	const carrier = '$parameter["carrier"]';
	return `={{ ${words(operations, '$parameter["operation"]')} + ": " + (${words(titles, carrier)} ?? ${carrier}) }}`;
}
