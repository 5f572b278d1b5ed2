import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail server of this machine that takes every mail and passes none on. */
export interface Mailbox {
	/** What a person types into n8n's credential of the type `smtp`. */
	credential: Readonly<Record<string, unknown>>;
	mails: readonly Email[];
	close(): Promise<void>;
}

/** The links that a mail leads to. */
export const linksIn = (mail: Email): string[] => mail.text?.match(/https?:\/\/\S+/g) ?? [];

export async function startMailbox(): Promise<Mailbox> {
	const mails: Email[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		disableReverseLookup: true,
		onData: (stream, _session, done) => {
			void buffer(stream)
				.then(async (raw) => mails.push(await PostalMime.parse(raw)))
				.then(() => done(), done);
		},
	});
	const listener = server.listen(0, '127.0.0.1');
	await once(listener, 'listening');
	const address = listener.address();
	if (address === null || typeof address === 'string') throw new Error('The mail server has no port');
	return {
		credential: {
			user: '',
			password: '',
			host: '127.0.0.1',
			port: address.port,
			secure: false,
			disableStartTls: true,
			hostName: '',
		},
		mails,
		close: async () => await new Promise((resolve) => server.close(resolve)),
	};
}
