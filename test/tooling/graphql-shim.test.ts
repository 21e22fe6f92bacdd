import assert from 'node:assert/strict';
import { it } from 'node:test';
import { getOperationAST, parse } from 'graphql';
import * as shim from '../../packages/core/src/graphql/graphql-shim.ts';
import { findWidgetDocuments, standIn } from '../../scripts/widget-documents.js';

it('graphql-request reads of our documents, and of what stands for them, what the whole parser reads', async () => {
  const documents = await findWidgetDocuments();
  assert.ok(documents.length > 25, `${documents.length} were found`);
  for (const document of documents) {
    const { operation, name } = getOperationAST(parse(document.text))!;
    for (const source of [document.text, standIn(document)]) {
      const { definitions } = shim.parse(source);
      assert.deepEqual(definitions, [
        { kind: shim.Kind.OPERATION_DEFINITION, operation, name: { value: name!.value } },
      ]);
    }
  }
});
