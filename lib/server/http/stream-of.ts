/** The parts as the body of an answer, made as fast as they are taken. */
export function streamOf(
  parts: Pick<AsyncGenerator<Uint8Array<ArrayBuffer>, void>, "next" | "return">,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return();
    },
  });
}
