/** The first number of this machine's Node. */
export const thisNode = Number(process.versions.node.split('.')[0]);

/** n8n asks for Node 24: this machine's Node if it is new enough, or the one that npm has installed. */
export const nodeForN8n = (installed) => (thisNode >= 24 ? process.execPath : installed);
