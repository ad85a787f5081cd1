package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.decision.Codes;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.json.DocumentFormats;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.ForwardingOrderStore;

/** A node that is told to write for older ones writes nothing that these do not know. */
class WriteFormatTest {

    /** A store that nodes of the first format share: it takes only what they can read. */
    private static final class SharedStore extends ForwardingOrderStore {

        SharedStore() {
            super(new MemoryOrderStore());
        }

        @Override
        public CommitResult commit(Commit commit) {
            assertThat(DocumentFormats.beyond(1, commit.document().bytes())).isNull();
            assertThat(DocumentFormats.beyond(1, commit.row().events().bytes())).isNull();
            return super.commit(commit);
        }
    }

    private final TestShop shop = new TestShop(new SharedStore(), builder -> TestShop.withStandardProcesses(builder)
            .writeFormat(1));

    @Test
    void whole_lives_of_orders_are_written_in_the_first_format() {
        shop.execute(TestShop.threeLines("o-1"));
        for (String action :
                new String[] {"pay", "ship", "deliver", "request-return", "approve-return", "receive-return"}) {
            Outcome outcome = shop.act("o-1", action);
            assertThat(outcome.isAccepted()).as("%s: %s", action, outcome).isTrue();
        }
        shop.execute(TestShop.threeLines("o-2"));
        assertThat(shop.execute(Action.on("o-2", "cancel")
                                .by(Actor.staff("eve"))
                                .because("rang")
                                .build())
                        .isAccepted())
                .isTrue();
    }

    @Test
    void what_older_nodes_do_not_know_is_refused_and_changes_nothing() {
        shop.execute(TestShop.threeLines("o-1"));
        shop.act("o-1", "cancel");
        long revision = shop.order("o-1").revision();

        Outcome refused = shop.engine.erase("o-1", By.of(Actor.staff("dora")));

        assertThat(refused).isInstanceOfSatisfying(Outcome.Rejected.class, no -> {
            assertThat(no.code()).isEqualTo(Codes.FORMAT_NOT_ENABLED);
            assertThat(no.message()).contains("personal-data-erased", "format 1", "writeFormat(2)");
        });
        assertThat(shop.order("o-1").revision()).isEqualTo(revision);
        assertThat(shop.order("o-1").origin().buyer()).isNotEqualTo("erased");
    }

    @Test
    void a_format_that_there_is_not_cannot_be_written() {
        for (int format : new int[] {0, DocumentFormats.NEWEST + 1}) {
            assertThatThrownBy(() -> OrderEngine.builder().writeFormat(format))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("give 1 to " + DocumentFormats.NEWEST);
        }
    }
}
