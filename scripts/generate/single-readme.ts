import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { typeName } from '../../nodes/adapter/names';
import { homepage } from '../../package.json';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import { actionName, booksSomething } from './capabilities';
import { page, table } from './markdown';
import { packOfAll } from './package-names';
import { workflowsOf } from './single-workflows';

const root = join(__dirname, '../..');
const repository = homepage.replace('#readme', '');
const file = (path: string) => `${repository}/blob/main/${path}`;
const pictureUrl = (path: string) => `${repository.replace('github.com', 'raw.githubusercontent.com')}/main/${path}`;

function operations(carrier: Carrier): string {
	const rows = Object.entries(carrier.resources).flatMap(([key, { title }]) => {
		const actions = carrier.actions.filter(({ resource }) => resource === key);
		return actions.length === 0 ? [] : [[title, actions.map(actionName).join(', ')]];
	});
	return table(['Resource', 'Operations'], rows);
}

const triggers = (carrier: Carrier) =>
	table(
		['Node', 'Starts the workflow at'],
		[
			...(carrier.pollingTriggers.length > 0
				? [[`${carrier.title} Trigger`, carrier.pollingTriggers.map(({ title }) => title).join(', ')]]
				: []),
			...carrier.webhookTriggers
				.slice(0, 1)
				.map(({ title }) => [`${carrier.title} Webhook Trigger`, `${title}, sent by ${carrier.title}`]),
		],
	);

function credentials({ connection }: Carrier): string {
	const rows = connection.form.flatMap((field) =>
		field.kind === 'group' || field.kind === 'lines'
			? []
			: [[field.label, field.required ? 'yes' : '', field.help ?? '']],
	);
	return page([
		`You find them under: ${connection.credentialsLocation}. Press Test after you fill them in: it reads your account and books nothing.`,
		table(['Field', 'Needed', 'Help'], rows),
		connection.oauth ? 'Instead of pasting a token you can sign in: choose OAuth2 in the node.' : '',
	]).trimEnd();
}

/** How a booking begins: with a whole order of a shop where the carrier takes one, else field by field. */
function firstStep({ title, shopOrder }: Carrier, booking: Action | undefined): string[] {
	if (booking === undefined) return [`Add **${title}** and choose an operation.`];
	const byField = `operation **${booking.title}**, and map the fields of the order. Give it your order number where it takes a reference.`;
	if (shopOrder === undefined) return [`Add **${title}**, ${byField}`];
	return [
		`Add **${title}**, resource **Shop Order**, operation **Book**. It takes a whole order, for example of WooCommerce, Shopify or PrestaShop: it reads address, phone and slot, and leaves out orders that are cancelled, unpaid or collected ([how](${file('docs/shop-orders.md')})). To see first what it would do, choose **Check**.`,
		`Or fill in a booking field by field: ${byField}`,
	];
}

const workflowLine = ({ path, name, needs }: ReturnType<typeof workflowsOf>[number]) =>
	`- [${name}](${file(path)})${needs.length === 0 ? '' : `, with ${needs.map((each) => `\`${each}\``).join(' and ')} beside it`}`;

function usage(carrier: Carrier, booking: Action | undefined): string {
	const steps = [
		"Start with a trigger, such as your shop's: n8n has nodes for WooCommerce and Shopify.",
		...firstStep(carrier, booking),
		...(carrier.pollingTriggers.length > 0
			? [`In a second workflow, add **${carrier.title} Trigger** to act on what happens next.`]
			: []),
	];
	const workflows = workflowsOf(carrier);
	return page([
		steps.map((step, at) => `${at + 1}. ${step}`).join('\n'),
		booking
			? 'A booking is made once. If you or n8n run a step again with the same reference, it finds the existing booking. If the answer is lost, the step looks the booking up first.'
			: '',
		workflows.length === 0 ? '' : 'Workflows to import (download the file and choose *Import from File* in n8n):',
		workflows.map(workflowLine).join('\n'),
		carrier.shopOrder === undefined
			? ''
			: `Those for the orders of a shop are there [for several carriers](${repository}/tree/main/templates/n8n/single) as well: a Switch leads to the step of the carrier that you set. They need the packages of all of these carriers.`,
	]).trimEnd();
}

/** Taken by hand in the real n8n, so a new carrier has none at first. */
function screenshot({ id, title }: Carrier): string[] {
	const path = `docs/pictures/n8n-${id}.jpg`;
	if (!existsSync(join(root, path))) return [];
	return [`![A step of ${title} in n8n: its form and the booking it returned](${pictureUrl(path)})`];
}

function pictures(carrier: Carrier, bookings: readonly Action[]): string {
	const drawn = bookings.map(({ title, resource }) => {
		const path = `docs/pictures/${carrier.id}-create-${resource}.svg`;
		return `![The form of ${title} in n8n, drawn from its definition](${pictureUrl(path)})`;
	});
	return [...screenshot(carrier), ...drawn].join('\n\n');
}

/** The README of the package with one carrier. A package page shows it alone, so its links lead to the repository. */
export function singleReadme(carrier: Carrier, packageName: string): string {
	const { title } = carrier;
	const bookings = carrier.actions.filter(booksSomething);
	const drawn = bookings.filter(({ verb }) => verb === 'create').slice(0, 1);
	return page([
		`# ${packageName}`,
		`This is an n8n community node for **${title}**. ${carrier.description} [n8n](https://n8n.io) is a workflow automation platform.`,
		`The package is unofficial and independent: ${title} and n8n are marks of their owners, and the icons are our own drawings. It is made from the same source as the other packages of [Waybill](${homepage}).`,
		[
			'Installation',
			'Operations',
			'Triggers',
			'Credentials',
			'Compatibility',
			'Usage',
			'Limits',
			'Resources',
			'Version history',
		]
			.map((heading) => `[${heading}](#${heading.toLowerCase().replace(' ', '-')})`)
			.join(' · '),
		'## Installation',
		`Follow the [installation guide](https://docs.n8n.io/integrations/community-nodes/installation/) of n8n and enter \`${packageName}\`. While n8n has not verified the package, it installs on self-hosted n8n only; n8n 3 also asks for a setting: [n8n 3](${file('docs/n8n-3.md')}).`,
		'## Operations',
		operations(carrier),
		'Operations in bold are bookings.',
		`Every field: [reference](${file(`docs/reference/${carrier.id}.md`)}).`,
		pictures(carrier, drawn),
		'## Triggers',
		triggers(carrier),
		'The first poll emits nothing old.',
		'## Credentials',
		credentials(carrier),
		'## Compatibility',
		'n8n 2.x, tested on the engine of 2.41. Node 20.15 or newer. The package has no dependencies.',
		'## Usage',
		usage(carrier, bookings[0]),
		'## Limits',
		`- **This package and ${packOfAll}.** Both have ${title}. Install one of them. Both use the same credentials, so both can be installed while you move: change the node type \`${packOfAll}.${typeName(carrier)}\` to \`${packageName}.${typeName(carrier)}\` in your workflows ([how](${file('docs/moving-to-single-packages.md')})). The rate limit and the guard against booking twice at the same moment are each package's own, so do not let both book for one account.`,
		`- What else is promised and what is not: [reliability](${file('docs/reliability.md')}), [limits](${repository}#limits).`,
		'## Resources',
		[
			`- [n8n community nodes documentation](https://docs.n8n.io/integrations/#community-nodes)`,
			`- [${title}'s own documentation](${carrier.docs})`,
			`- [A sandbox to try it without an account](${repository}#see-it-in-n8n)`,
			`- [Failures and what to do](${file('docs/reference/failures.md')})`,
		].join('\n'),
		'## Version history',
		`[Changelog](${file(`packages/${packageName}/CHANGELOG.md`)})`,
		'## Licence',
		`[MIT](${file(`packages/${packageName}/LICENSE`)})`,
	]);
}
