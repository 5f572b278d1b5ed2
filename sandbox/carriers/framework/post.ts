export interface PostInit {
	method: 'POST';
	headers: Record<string, string>;
	body: string;
	signal: AbortSignal;
}

/** The part of fetch that a webhook call needs. */
export type Post = (url: string, init: PostInit) => Promise<{ status: number }>;

/** A redirect is an answer like any other that is not 2xx: it is not followed. */
export const postOverNetwork: Post = async (url, init) => {
	const response = await fetch(url, { ...init, redirect: 'manual' });
	await response.arrayBuffer();
	return { status: response.status };
};
