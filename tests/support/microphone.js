// Runs in the page, before its own scripts: a microphone that is silent until __speak plays something into it. A file of its
// own, so that no compiler adds helpers to it that the page does not have.
(() => {
  let context = null;
  let out = null;
  const open = () => {
    if (!context) {
      context = new AudioContext({ sampleRate: 48000 });
      out = context.createMediaStreamDestination();
      // A silent source keeps the track running between utterances.
      const keep = context.createConstantSource();
      keep.offset.value = 0;
      keep.connect(out);
      keep.start();
    }
    void context.resume();
    return { context, out };
  };
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = async () => open().out.stream.clone();
  window.__speak = async (wav) => {
    const { context, out } = open();
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(new Uint8Array(wav).buffer);
    source.connect(out);
    await new Promise((resolve) => {
      source.onended = resolve;
      source.start();
    });
  };
})();
