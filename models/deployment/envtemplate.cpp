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

constexpr char composeEnvPart[] = R"(# Which provider answers: vllm, or none to start nothing
LLM_MODE=vllm

# "docker compose up -d" starts the services of this mode from this file
COMPOSE_FILE=docker-compose.vllm.yml
COMPOSE_PROFILES=${LLM_MODE}

# A Hugging Face model; both names must be the same
LLM_MODEL=Qwen/Qwen3-0.6B
VLLM_MODEL=Qwen/Qwen3-0.6B

# Where vLLM answers on this machine; the compose file publishes the port
LLM_VLLM_URL=http://127.0.0.1:8001/v1

# vLLM engine
VLLM_MAX_MODEL_LEN=8192
VLLM_GPU_MEMORY_UTILIZATION=0.9
VLLM_TENSOR_PARALLEL_SIZE=1
)";

// Asks for GPUs, keeps downloaded models in a volume, and answers on this machine only.
constexpr char composeFile[] = R"yml(# vLLM in a container; every value comes from .env beside this file.
#   docker compose up -d          starts vLLM (the model is downloaded once)
#   docker compose run --rm ask   asks it one question
services:
  vllm:
    image: vllm/vllm-openai:v0.11.0
    profiles: [vllm]
    command:
      - --model
      - ${VLLM_MODEL:-${LLM_MODEL}}
      - --served-model-name
      - ${LLM_MODEL}
      - --port
      - "8001"
      - --max-model-len
      - "${VLLM_MAX_MODEL_LEN:-8192}"
      - --gpu-memory-utilization
      - "${VLLM_GPU_MEMORY_UTILIZATION:-0.9}"
      - --tensor-parallel-size
      - "${VLLM_TENSOR_PARALLEL_SIZE:-1}"
    environment:
      HF_TOKEN: ${HF_TOKEN:-}
    ports:
      - "127.0.0.1:8001:8001"
    volumes:
      - huggingface:/root/.cache/huggingface
    ipc: host
    deploy:
      resources:
        reservations:
          devices:
            - driver: nvidia
              count: all
              capabilities: [gpu]
    healthcheck:
      test: [CMD, python3, -c, "import urllib.request as u; u.urlopen('http://127.0.0.1:8001/health', timeout=5)"]
      interval: 10s
      start_period: 20m
    restart: unless-stopped

  ask:
    image: curlimages/curl:8.10.1
    profiles: [ask]
    network_mode: host
    command:
      - --silent
      - --show-error
      - --no-buffer
      - --max-time
      - "${LLM_TIMEOUT:-240}"
      - ${LLM_VLLM_URL}/chat/completions
      - --json
      - >-
        {"model": "${LLM_MODEL}", "max_tokens": ${LLM_MAX_TOKENS:-256},
        "temperature": ${LLM_TEMPERATURE:-0.7}, "stream": ${LLM_STREAM_ENABLED:-false},
        "messages": [{"role": "user", "content": "Say hello in one sentence."}]}

volumes:
  huggingface:
)yml";

} // namespace

TemplateFiles templateFiles(const QString &id)
{
    if (id == QLatin1String("vllm-compose"))
        return { QByteArray(composeEnvPart) + requestPart, { { QStringLiteral("docker-compose.vllm.yml"), composeFile } } };
    return { envTemplate(llmModeFromText(id)), {} };
}

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
