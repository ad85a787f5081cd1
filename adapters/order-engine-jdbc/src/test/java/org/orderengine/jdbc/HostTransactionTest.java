package org.orderengine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.spi.store.TransactionRefusedException;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.VirtualClock;

/** Commands in a transaction of the host's: its rows and the order are there together, or neither. */
@SuppressWarnings("NullAway.Init") // Each test opens its store first.
class HostTransactionTest {

    enum Kind {
        SQLITE,
        POSTGRESQL,
        PORTABLE
    }

    private static final String SCHEMA = "host_transaction";

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final FakeInventory inventory = new FakeInventory().stock("SEAT", 10);
    private final FakePaymentGateway gateway = new FakePaymentGateway();
    private Runnable whenAsked = () -> {};

    @TempDir
    private Path folder;

    private JdbcOrderStore store;
    private OrderEngine engine;
    private Connection connection;

    private void open(Kind kind) throws SQLException {
        JdbcOptions options = JdbcOptions.DEFAULT.schema(SCHEMA);
        if (kind == Kind.SQLITE) {
            Path file = folder.resolve("orders.db");
            store = JdbcOrderStore.sqlite(file);
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        } else {
            PostgresServer.run("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE", "CREATE SCHEMA " + SCHEMA);
            store = kind == Kind.POSTGRESQL
                    ? JdbcOrderStore.postgresql(PostgresServer.source(), options)
                    : JdbcOrderStore.portable(PostgresServer.source(), options);
            connection = PostgresServer.plainSource().getConnection();
            connection.setSchema(SCHEMA);
        }
        run("CREATE TABLE seats (seat TEXT PRIMARY KEY)");
        connection.setAutoCommit(false);
        Product seat = Product.of("SEAT", Money.of("EUR", "20.00"));
        engine = OrderEngine.builder()
                .store(store)
                .catalog((skus, origin) -> {
                    whenAsked.run();
                    return Map.of("SEAT", seat);
                })
                .inventory(inventory)
                .payments(gateway)
                .process(StandardProcesses.physicalGoods())
                .process(ProcessDefinition.named("tickets", 1)
                        .state("open", s -> s.on("use").to("used").on("note").stay())
                        .state("used", s -> s.end())
                        .build())
                .time(clock)
                .build();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        store.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var results = statement.executeQuery(sql)) {
            assertThat(results.next()).isTrue();
            return String.valueOf(results.getString(1));
        }
    }

    private OrderStore transaction() {
        return store.within(connection);
    }

    private static PlaceOrder goods(String id) {
        return PlaceOrder.of(id).buyer("ann").line("SEAT", 2).build();
    }

    private static PlaceOrder ticket(String id) {
        return PlaceOrder.of(id).process("tickets").line("SEAT", 1).build();
    }

    private static Action use(String id) {
        return Action.on(id, "use").build();
    }

    private String state(String id) {
        return engine.orders()
                .find(id)
                .map(Order::position)
                .map(Object::toString)
                .orElse("none");
    }

    private int commits() {
        while (store.feed().orElseThrow().gather() > 0) {
            // There may be more.
        }
        return engine.events(null, 100).entries().size();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_there_before_the_hosts_commit_and_then_workers_do_what_is_owed_at_once(Kind kind) throws Exception {
        open(kind);
        run("INSERT INTO seats VALUES ('7a')");
        Outcome placed = engine.execute(goods("o-1"), transaction());
        assertThat(placed.isAccepted()).isTrue();
        assertThat(((Outcome.Accepted) placed).order().position()).hasToString("placing");
        assertThat(inventory.level("SEAT").reserved()).as("performed inline").isZero();
        assertThat(state("o-1")).isEqualTo("none");
        assertThat(engine.orders().nextDue()).isEmpty();
        assertThat(commits()).isZero();
        connection.commit();
        assertThat(state("o-1")).isEqualTo("placing");
        assertThat(engine.orders().nextDue()).contains(clock.instant());
        assertThat(commits()).isEqualTo(1);
        engine.runDue(clock.instant());
        assertThat(state("o-1")).isEqualTo("created");
        assertThat(inventory.level("SEAT").reserved()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_ever_was_after_the_hosts_rollback(Kind kind) throws Exception {
        open(kind);
        run("INSERT INTO seats VALUES ('7a')");
        assertThat(engine.execute(goods("o-1"), transaction()).isAccepted()).isTrue();
        connection.rollback();
        assertThat(ask("SELECT COUNT(*) FROM seats")).isEqualTo("0");
        connection.rollback();
        assertThat(state("o-1")).isEqualTo("none");
        assertThat(engine.runDue(clock.instant())).isZero();
        assertThat(commits()).isZero();
        assertThat(engine.execute(goods("o-1")).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void several_commands_on_one_order_see_each_other_in_the_transaction(Kind kind) throws Exception {
        open(kind);
        assertThat(engine.execute(ticket("o-1"), transaction()).isAccepted()).isTrue();
        assertThat(engine.execute(use("o-1"), transaction()).isAccepted()).isTrue();
        Outcome again = engine.execute(use("o-1"), transaction());
        assertThat(again.isAccepted()).isFalse();
        assertThat(engine.execute(ticket("o-1"), transaction()).isAccepted()).isFalse();
        connection.commit();
        assertThat(state("o-1")).isEqualTo("used");
        assertThat(engine.orders().timeline("o-1")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_command_that_was_taken_is_answered_again_in_the_transaction_and_behind_it(Kind kind) throws Exception {
        open(kind);
        PlaceOrder place = PlaceOrder.of("o-1")
                .process("tickets")
                .line("SEAT", 1)
                .commandId("c-1")
                .build();
        assertThat(engine.execute(place, transaction()).isAccepted()).isTrue();
        assertThat(engine.execute(place, transaction()).isAccepted()).isTrue();
        connection.commit();
        assertThat(engine.execute(place, transaction()).isAccepted()).isTrue();
        connection.rollback();
        assertThat(engine.execute(place).isAccepted()).isTrue();
        assertThat(engine.orders().timeline("o-1")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_race_is_contention_and_leaves_the_transaction_to_the_host(Kind kind) throws Exception {
        open(kind);
        engine.execute(ticket("o-1"));
        if (kind != Kind.SQLITE) {
            run("INSERT INTO seats VALUES ('7a')");
        }
        OrderStore overtaken = new ForwardingOrderStore(transaction()) {
            @Override
            public Optional<StoredOrder> load(String orderId) {
                Optional<StoredOrder> loaded = super.load(orderId);
                assertThat(engine.execute(Action.on(orderId, "note").build()).isAccepted())
                        .isTrue();
                return loaded;
            }
        };
        Outcome lost = engine.execute(use("o-1"), overtaken);
        assertThat(lost).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.code())
                .isEqualTo("contention"));
        if (kind == Kind.SQLITE) {
            connection.rollback();
        } else {
            connection.commit();
            assertThat(ask("SELECT COUNT(*) FROM seats")).isEqualTo("1");
        }
        assertThat(state("o-1")).isEqualTo("open");
        assertThat(engine.execute(use("o-1"), transaction()).isAccepted()).isTrue();
        connection.commit();
        assertThat(state("o-1")).isEqualTo("used");
    }

    @ParameterizedTest
    @EnumSource
    void a_duplicate_key_undoes_nothing_of_what_the_host_wrote(Kind kind) throws Exception {
        open(kind);
        engine.execute(ticket("o-1"));
        run("INSERT INTO seats VALUES ('7a')");
        OrderStore blind = new ForwardingOrderStore(transaction()) {
            @Override
            public Optional<StoredOrder> load(String orderId) {
                return Optional.empty();
            }
        };
        assertThat(engine.execute(ticket("o-1"), blind))
                .isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.code())
                        .isEqualTo("contention"));
        connection.commit();
        assertThat(ask("SELECT COUNT(*) FROM seats")).isEqualTo("1");
    }

    @ParameterizedTest
    @EnumSource
    void services_are_asked_before_the_first_statement(Kind kind) throws Exception {
        open(kind);
        boolean[] began = {false};
        int[] asked = {0};
        whenAsked = () -> {
            asked[0]++;
            assertThat(began[0]).isFalse();
        };
        OrderStore noting = new ForwardingOrderStore(transaction()) {
            @Override
            public Optional<StoredOrder> load(String orderId) {
                began[0] = true;
                return super.load(orderId);
            }
        };
        assertThat(engine.execute(ticket("o-1"), noting).isAccepted()).isTrue();
        assertThat(asked[0]).isEqualTo(1);
        connection.commit();
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_without_a_transaction_is_refused(Kind kind) throws Exception {
        open(kind);
        connection.setAutoCommit(true);
        assertThatThrownBy(this::transaction)
                .isInstanceOfSatisfying(TransactionRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("transaction-missing"));
    }

    @Test
    void a_transaction_that_does_not_see_what_others_commit_is_refused() throws Exception {
        open(Kind.POSTGRESQL);
        for (int isolation : new int[] {Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE}) {
            connection.rollback();
            connection.setTransactionIsolation(isolation);
            assertThatThrownBy(this::transaction)
                    .isInstanceOfSatisfying(TransactionRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo("isolation-unfit"))
                    .hasMessageContaining("READ COMMITTED");
        }
    }

    @Test
    void a_failure_of_the_database_leaves_what_the_host_wrote() throws Exception {
        open(Kind.POSTGRESQL);
        run("INSERT INTO seats VALUES ('7a')");
        PostgresServer.run("ALTER TABLE " + SCHEMA + ".order_engine_outbox RENAME TO hidden");
        OrderStore transaction = transaction();
        assertThatThrownBy(() -> engine.execute(ticket("o-1"), transaction))
                .hasMessageContaining("in the host's transaction: commit of order o-1 failed: SQL state 42P01");
        connection.commit();
        assertThat(ask("SELECT COUNT(*) FROM seats")).isEqualTo("1");
        assertThat(state("o-1")).isEqualTo("none");
    }
}
