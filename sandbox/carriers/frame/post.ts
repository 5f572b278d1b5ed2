import type { Post } from './post.types';

/** A redirect is an answer like any other that is not 2xx: it is not followed. */
export const postOverNetwork: Post = async (url, init) => {
	const response = await fetch(url, { ...init, redirect: 'manual' });
	await response.arrayBuffer();
	return { status: response.status };
};
