/** By request and answer. To read a text back from its stream takes longer than most of what a carrier does with it. */
const texts = new WeakMap<Request | Response, string>();

/** The same, made of this text. */
export function madeOf<Message extends Request | Response>(message: Message, text: string): Message {
	texts.set(message, text);
	return message;
}

/** The text of a message that was made here of text. */
export const knownText = (message: Request | Response): string | undefined => texts.get(message);

/** As `Response.json` makes it, with its text known. */
export function jsonAnswer(body: unknown, { status = 200, headers = {} }: JsonInit = {}): Response {
	const text = JSON.stringify(body);
	return madeOf(new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } }), text);
}

interface JsonInit {
	status?: number;
	headers?: Readonly<Record<string, string>>;
}
