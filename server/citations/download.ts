/** Fetches something from the network, because a person asked for it: with a time limit, a size limit and a way to call it off. */

/** How long a server may take to answer, and to go on once it does. */
const PATIENCE_MILLISECONDS = 10_000;

/** What could not be had, in a sentence for the person. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** A download that was called off. */
export class CalledOff extends Error {
  override readonly name = 'CalledOff';
}

export interface DownloadOptions {
  /** Calls the download off. */
  readonly signal: AbortSignal;
  /** Largest size in bytes. */
  readonly limit: number;
  /** What is said of status 404. */
  readonly notFound: string;
  readonly patience?: number;
  /** Hears how many bytes have come, and of how many where the server says so. */
  onProgress?(bytes: number, total: number | undefined): void;
}

/**
 * The text behind an address (`http` or `https`).
 * @throws {Unavailable} with a sentence that says why; {CalledOff} where the signal fired.
 */
export async function download(address: string, { signal, limit, notFound, patience = PATIENCE_MILLISECONDS, onProgress }: DownloadOptions): Promise<string> {
  const host = hostOf(address);
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  let timer = setTimeout(stop, patience);
  try {
    const response = await fetch(address, { signal: controller.signal, headers: { accept: '*/*' }, redirect: 'follow' });
    if (response.status === 404) throw new Unavailable(notFound);
    if (response.status === 429) throw new Unavailable(`${host} is asked too often at the moment. Try again in a minute.`);
    if (!response.ok) throw new Unavailable(`${host} answered ${response.status}${response.statusText ? ` (${response.statusText})` : ''}. Try again later.`);
    const total = Number(response.headers.get('content-length')) || undefined;
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); reader && next && !next.done; next = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
      const chunk = next.value as Uint8Array;
      bytes += chunk.length;
      if (bytes > limit) {
        stop();
        throw new Unavailable(`${host} sent more than ${Math.round(limit / 1024 / 1024)} MB; that can't be right.`);
      }
      text += decoder.decode(chunk, { stream: true });
      onProgress?.(bytes, total);
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    if (signal.aborted) throw new CalledOff('Called off.');
    if (controller.signal.aborted) throw new Unavailable(`${host} did not answer within ${Math.round(patience / 1000)} seconds. Try again later.`);
    throw new Unavailable(`${host} can't be reached. Check the network connection.`);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function hostOf(address: string): string {
  const host = /^https?:\/\/([^/?#]+)/i.exec(address)?.[1];
  if (!host) throw new Unavailable(`“${address}” is no web address.`);
  return host;
}
