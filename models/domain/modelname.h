// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMetaType>
#include <QString>

namespace pilothouse {

/// A model's name as the operator writes it. Ollama adds ":latest" when the tag is missing and ignores case, so use
/// matches() to compare with what a provider reports.
class ModelName
{
public:
    ModelName() = default;
    explicit ModelName(QString text) : m_text(std::move(text)) {}

    QString text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool looksLikeOllamaTag() const;   ///< "name:tag" with no Hugging Face owner
    bool looksLikeHuggingFaceId() const; ///< "org/name" without a tag
    bool matches(const ModelName &other) const;
    bool operator==(const ModelName &) const = default;

private:
    QString m_text;
};

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::ModelName)
