package org.orderengine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void a_store_can_keep_whole_characters_and_no_others() {
        assertThat(Texts.isKeepable("caf\u00e9 \ud83d\ude00\n")).isTrue();
        assertThat(Texts.isKeepable("a\u0000b")).isFalse();
        assertThat(Texts.isKeepable("a\ud83d")).isFalse();
        assertThat(Texts.isKeepable("\ude00b")).isFalse();
    }

    @Test
    void a_message_of_a_host_is_cut_and_what_cannot_be_kept_is_replaced() {
        assertThat(Texts.ofHost(null)).isEmpty();
        assertThat(Texts.ofHost("fine \ud83d\ude00")).isEqualTo("fine \ud83d\ude00");
        assertThat(Texts.ofHost("a\u0000b\ud83d")).isEqualTo("a\ufffdb\ufffd");
        assertThat(Texts.ofHost("x".repeat(5000))).hasSize(1001).endsWith("\u2026");
    }

    @Test
    void a_text_is_never_cut_within_a_character() {
        assertThat(Texts.quoted("x".repeat(99) + "\ud83d\ude00")).isEqualTo("x".repeat(99) + "\u2026");
    }

    @Test
    void an_id_says_what_is_wrong_with_it() {
        assertThat(Ids.problem("o-1", 10)).isNull();
        assertThat(Ids.problem("caf\u00e9", 10)).isNull();
        assertThat(Ids.problem(" ", 10)).contains("blank");
        assertThat(Ids.problem("x".repeat(11), 10)).contains("11 characters");
        assertThat(Ids.problem("a\tb", 10)).contains("control character at 1");
        assertThat(Ids.problem("a\u200bb", 10)).contains("invisible");
        assertThat(Ids.problem("cafe\u0301", 10)).contains("normal form C");
        assertThat(Ids.problem("a\ud83d", 10)).contains("surrogate");
    }
}
