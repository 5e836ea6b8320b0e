// Removes what an earlier run of this suite left on the engine because its process was killed before it could. Everything a run makes has
// a name that begins with `RUN_NAME`, and no run lives as long as `LEFT_MS`.
import type { ContainerRuntimeClient } from 'testcontainers';

export const RUN_NAME = 'ledgerline-test-';
const IMAGE_NAME = /^localhost\/ledgerline[a-z-]*:test-\d+$/;
/** Longer than the runner lets a file of tests take. */
const LEFT_MS = 15 * 60_000;

/** Removes containers, networks, volumes and images of runs that are over. */
export async function removeLeftovers(client: ContainerRuntimeClient): Promise<void> {
  const { dockerode } = client.container;
  const isOld = (createdMs: number): boolean => Date.now() - createdMs > LEFT_MS;
  for (const { Id, Names, Created } of await dockerode.listContainers({ all: true })) {
    if (Names.some((name) => name.startsWith(`/${RUN_NAME}`)) && isOld(Created * 1000))
      await dockerode.getContainer(Id).remove({ force: true, v: true });
  }
  for (const { Id, Name, Created } of await dockerode.listNetworks()) {
    if (Name.startsWith(RUN_NAME) && isOld(Date.parse(Created))) await dockerode.getNetwork(Id).remove();
  }
  for (const { Name, CreatedAt } of await listVolumes(client)) {
    if (Name.startsWith(RUN_NAME) && isOld(Date.parse(CreatedAt))) await dockerode.getVolume(Name).remove();
  }
  for (const { RepoTags, Created } of await dockerode.listImages()) {
    for (const name of RepoTags ?? []) {
      if (IMAGE_NAME.test(name) && isOld(Created * 1000)) await dockerode.getImage(name).remove();
    }
  }
}

/** The types of the client library do not know when a volume was made. */
async function listVolumes(client: ContainerRuntimeClient): Promise<{ Name: string; CreatedAt: string }[]> {
  const { Volumes } = await client.container.dockerode.listVolumes();
  return Volumes.map((volume) => ({ Name: volume.Name, CreatedAt: 'CreatedAt' in volume ? String(volume.CreatedAt) : '' }));
}
