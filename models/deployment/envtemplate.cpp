// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/deployment/envtemplate.h"

namespace pilothouse {

namespace {

constexpr char requestPart[] = R"(
# Requests
LLM_TIMEOUT=240
LLM_MAX_TOKENS=256
LLM_TEMPERATURE=0.7
LLM_STREAM_ENABLED=true
)";

constexpr char ollamaPart[] = R"(# Which provider answers: ollama, vllm or none
LLM_MODE=ollama

# An installed Ollama tag; "ollama list" shows them
LLM_MODEL=llama3.1:8b

# Context length in tokens
OLLAMA_NUM_CTX=4096
)";

constexpr char vllmPart[] = R"(# Which provider answers: ollama, vllm or none
LLM_MODE=vllm

# A Hugging Face model; both names must be the same
LLM_MODEL=Qwen/Qwen3-0.6B
VLLM_MODEL=Qwen/Qwen3-0.6B

# Where vLLM answers
LLM_VLLM_URL=http://127.0.0.1:8001/v1

# vLLM engine
VLLM_MAX_MODEL_LEN=8192
VLLM_GPU_MEMORY_UTILIZATION=0.9
VLLM_TENSOR_PARALLEL_SIZE=1
VLLM_ENABLE_FP8=false
VLLM_USE_FLASHINFER=false
)";

constexpr char nonePart[] = R"(# Which provider answers: ollama, vllm or none
LLM_MODE=none
)";

} // namespace

QByteArray envTemplate(LlmMode mode)
{
    switch (mode) {
    case LlmMode::Ollama:
        return QByteArray(ollamaPart) + requestPart;
    case LlmMode::Vllm:
        return QByteArray(vllmPart) + requestPart;
    case LlmMode::None:
    case LlmMode::Unknown:
        break;
    }
    return QByteArray(nonePart) + requestPart;
}

} // namespace pilothouse
