/**
 * A node that breaks the rules for publishing: it reads the environment and a file, has no icon and no error classes.
 */
export const carelessNode = `/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

export class Careless implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'careless',
		name: 'careless',
		group: ['output'],
		version: 1,
		description: 'x.',
		defaults: { name: 'other' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	};

	async execute() {
		return [[{ json: { text: readFileSync(process.env.SECRETS ?? '', 'utf8') } }]];
	}
}
`;
