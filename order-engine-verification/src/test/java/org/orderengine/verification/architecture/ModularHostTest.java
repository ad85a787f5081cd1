package org.orderengine.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is a Java module itself compiles against order-engine, without JSpecify, and runs an order on it. */
class ModularHostTest {

    private static final String MODULE_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(path -> path.matches(".*(order-engine-(spi|core)|jackson-(databind|core|annotations)|slf4j-api).*"))
            .collect(Collectors.joining(File.pathSeparator));

    @TempDir
    Path folder;

    @BeforeEach
    void compile_the_host() throws IOException {
        Path descriptor = Files.writeString(
                folder.resolve("module-info.java"),
                """
                module host {
                    requires org.orderengine.core;
                }
                """);
        Path program = Files.writeString(
                folder.resolve("Host.java"),
                """
                package host;

                import java.util.Map;
                import org.orderengine.command.PlaceOrder;
                import org.orderengine.engine.OrderEngine;
                import org.orderengine.engine.Outcome;
                import org.orderengine.model.Money;
                import org.orderengine.spi.catalog.Product;

                public class Host {
                    public static void main(String[] arguments) {
                        Product lamp = Product.of("LAMP", Money.of("EUR", "19.99"));
                        try (OrderEngine engine = OrderEngine.builder().withoutPayments()
                                .catalog((skus, origin) -> Map.of("LAMP", lamp))
                                .build()) {
                            Outcome placed = engine.execute(
                                    PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).build());
                            System.out.println(placed.getClass().getSimpleName());
                            engine.orders().timeline("o-1").forEach(System.out::println);
                        }
                    }
                }
                """);

        int errors = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-p", MODULE_PATH, "-d", folder.toString(), "" + descriptor, "" + program);

        assertThat(errors).isZero();
    }

    @Test
    void an_order_is_placed_by_a_host_that_is_a_module() throws Exception {
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        MODULE_PATH + File.pathSeparator + folder,
                        "-m",
                        "host/host.Host")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(host.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(printed).startsWith("Accepted").contains("created");
        assertThat(host.exitValue()).isZero();
    }
}
