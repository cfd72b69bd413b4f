#pragma once
#include <unicode/ubrk.h>

// ICU's functions are macros that carry its version in their names, which Swift cannot call.
static inline UBreakIterator *icu_words_open(const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open(UBRK_WORD, locale, NULL, 0, &error);
  if (U_SUCCESS(error)) return words;
  ubrk_close(words);
  return NULL;
}

static inline void icu_words_close(UBreakIterator *words) { ubrk_close(words); }

// The text must live as long as its words are asked for.
static inline int icu_words_begin(UBreakIterator *words, const UChar *text, int32_t length) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(words, text, length, &error);
  return U_SUCCESS(error);
}

// The next word's end, in UTF-16 units; negative after the last.
static inline int32_t icu_words_next(UBreakIterator *words) { return ubrk_next(words); }
