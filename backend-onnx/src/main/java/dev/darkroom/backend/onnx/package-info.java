/// Compiles graphs to ONNX models in memory and runs them with ONNX Runtime.
///
/// `*Emitter`s say each op in ONNX, [OnnxModel] collects what they say and writes it in protobuf's
/// wire format, [ModelWeights] hands the weights over, [OnnxBackend] and [OnnxGraph] own what is
/// native. No architecture, no file format and no second engine belongs here; other modules see the
/// provider only, through ServiceLoader.
package dev.darkroom.backend.onnx;
