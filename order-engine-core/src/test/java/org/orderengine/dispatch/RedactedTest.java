package org.orderengine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RedactedTest {

    @Test
    void a_log_shows_what_was_thrown_where_and_why_and_none_of_the_messages_D6() {
        IllegalStateException thrown =
                new IllegalStateException("ann@example.org", new IllegalArgumentException("4 Private Drive"));
        thrown.addSuppressed(new UnsupportedOperationException("Ann"));

        assertThat(printed(Redacted.of(thrown)))
                .startsWith("java.lang.IllegalStateException")
                .contains("RedactedTest.a_log_shows")
                .contains("Caused by: java.lang.IllegalArgumentException")
                .doesNotContainIgnoringCase("ann@")
                .doesNotContain("Private Drive")
                .doesNotContain("Ann");
    }

    @Test
    void causes_that_go_round_come_to_an_end() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);

        assertThat(printed(Redacted.of(one)).split("Caused by")).hasSize(11);
    }

    private static String printed(Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}
