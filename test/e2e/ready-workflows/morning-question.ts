import type { Email } from 'postal-mime';

import { until, type Workflow } from '../../../sandbox/hosts/n8n-server';
import type { Mailbox } from '../../../sandbox/shops/mailbox';
import { expect } from '../checks';
import type { E2eEnvironment } from '../environment';
import { beginRound, endRound, waitForQuestion } from './rounds';

/** n8n takes a browser without a window for a program that only looks at links, and decides nothing for it. */
const userAgent =
	'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A morning that waits for a person. */
export interface Question {
	subject: string;
	/** As the mail shows it. */
	text: string;
	/** Clicks a button of the mail, and waits until the morning is over. */
	press(button: string): Promise<void>;
}

/** Opens the mail in a browser of its own and clicks there. */
async function inMail(
	{ editor }: E2eEnvironment,
	{ html = '' }: Email,
	picture: string,
	button?: string,
): Promise<string> {
	const context = await editor.page.context().browser()?.newContext({ userAgent });
	if (!context) throw new Error('There is no browser');
	try {
		const page = await context.newPage();
		await page.setContent(html);
		const text = await page.locator('body').innerText();
		await page.screenshot({ path: picture });
		if (button === undefined) return text;
		const [answer] = await Promise.all([
			context.waitForEvent('page'),
			page.getByRole('link', { name: button, exact: true }).click(),
		]);
		await answer.getByText('Got it, thanks').first().waitFor();
		return text;
	} finally {
		await context.close();
	}
}

/** The morning comes, and asks in a mail. */
export async function askedMorning(
	environment: E2eEnvironment,
	workflow: Pick<Workflow, 'id'>,
	{ mails }: Mailbox,
): Promise<Question> {
	const before = mails.length;
	const number = await beginRound(environment, workflow);
	await waitForQuestion(environment, workflow, number);
	const mail = await until('the mail that asks', async () =>
		mails.slice(before).find(({ subject }) => subject?.includes('to book this morning')),
	);
	expect(mails.length === before + 1, `The morning sent ${mails.length - before} mails before it asked`);
	const picture = `${environment.checks.folder}/morning-mail-${workflow.id}-${number}.png`;
	return {
		subject: mail.subject ?? '',
		text: await inMail(environment, mail, picture),
		press: async (button) => {
			await inMail(environment, mail, picture, button);
			await endRound(environment, workflow, number);
		},
	};
}

/** Each row of the sheet that a mail brings, by the reference in it. */
export function sheetIn({ attachments }: Email): ReadonlyMap<string, string> {
	const [sheet] = attachments;
	if (sheet?.filename !== 'couriers.csv') throw new Error('The mail has no sheet');
	const text = typeof sheet.content === 'string' ? sheet.content : new TextDecoder().decode(sheet.content);
	const [, ...rows] = text.trim().split('\n');
	return new Map(rows.map((row) => [row.split(',')[1] ?? '', row]));
}
