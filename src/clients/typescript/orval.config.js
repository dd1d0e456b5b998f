module.exports = {
  gongkai: {
    input: 'openapi.yaml',
    output: {
      target: 'generated/orval.ts',
      client: 'axios-functions',
      // Some answers are JSON or a document, as the client asks. Without this, their type is a union with string and Blob.
      override: { contentType: { include: ['application/json'] } },
    },
  },
};
