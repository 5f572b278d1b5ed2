import { carriers } from '../../shared/registry';
import { packageName, packOfAll } from './package-names';

const choices = [packOfAll, ...carriers.map(packageName)].map((name) => `          - ${name}`).join('\n');

/** The workflow that publishes one package. Its list of packages is the registry's. */
export const releaseWorkflow =
	(): string => `# Written by "npm run generate". Publishes one n8n package. Without "publish" it does everything else.
name: Release

on:
  workflow_dispatch:
    inputs:
      package:
        description: Package
        type: choice
        required: true
        options:
${choices}
      version:
        description: Its version, as in its package.json
        type: string
        required: true
      publish:
        description: Publish it (without this the run is dry)
        type: boolean
        default: false

permissions:
  contents: write # the tag, and the record of what was published
  id-token: write # npm's trusted publishing: no token is stored, and the package says where it comes from

concurrency: release

jobs:
  release:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    env:
      PACKAGE: \${{ inputs.package }}
      VERSION: \${{ inputs.version }}
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0 # the tags of earlier releases
      - uses: actions/setup-node@v5
        with:
          node-version: 24 # its npm knows trusted publishing
      - name: Name who commits
        run: |
          git config user.name "Release workflow"
          git config user.email "waybill@users.noreply.github.com"
      - name: Dry run
        if: \${{ !inputs.publish }}
        run: npm run release -- "$PACKAGE" "$VERSION"
      - name: Publish
        if: \${{ inputs.publish }}
        run: npm run release -- "$PACKAGE" "$VERSION" --publish
`;
