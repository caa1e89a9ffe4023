/// Text to token ids: CLIP's byte-pair encoding for any vocabulary that lies in a model folder.
///
/// [ClipTokenizer] is the way in. Prompt syntax (emphasis, schedules, chunks of more than one
/// window) does not belong here, nor does anything that knows a model.
package dev.darkroom.core.tokenizer;
