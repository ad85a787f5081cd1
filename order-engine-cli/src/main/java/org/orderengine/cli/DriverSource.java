package org.orderengine.cli;

import java.io.PrintWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.StoreUnavailableException;

/** New connections to one database, by a driver of this program or of a jar. What it says never shows the URL's password. */
final class DriverSource implements DataSource {

    private final Driver driver;
    private final String url;
    private volatile int loginTimeout = 10;

    private DriverSource(Driver driver, String url) {
        this.driver = driver;
        this.url = url;
    }

    /**
     * The connections to a database.
     *
     * @param jars where the driver may be beside this program
     * @throws StoreUnavailableException if there is no driver for it
     */
    static DriverSource of(String url, List<Path> jars) {
        for (Driver driver : ServiceLoader.load(Driver.class, loader(jars))) {
            if (accepts(driver, url)) {
                return new DriverSource(driver, url);
            }
        }
        throw new StoreUnavailableException(
                safe(url) + ": there is no driver for it in this program"
                        + (jars.isEmpty() ? "" : ", nor in " + jars)
                        + ". Give the driver's jar by --driver; for jdbc:mariadb: it is org.mariadb.jdbc:mariadb-java-client of"
                        + " Maven Central, for jdbc:mysql: com.mysql:mysql-connector-j",
                null);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException unusable) {
            return false;
        }
    }

    private static ClassLoader loader(List<Path> jars) {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            Path jar = jars.get(i);
            if (!Files.isRegularFile(jar)) {
                throw new StoreUnavailableException("--driver " + jar + ": there is no such file", null);
            }
            try {
                urls[i] = jar.toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new StoreUnavailableException("--driver " + jar + ": it cannot be opened", impossible);
            }
        }
        // Never closed: the driver loads classes as long as the program runs.
        return new URLClassLoader(urls, DriverSource.class.getClassLoader());
    }

    /**
     * Connects once.
     *
     * @throws StoreUnavailableException if that fails
     */
    void requireReachable() {
        try (Connection connection = getConnection()) {
            connection.isValid(1);
        } catch (SQLException failure) {
            throw unavailable(safe(url) + " cannot be reached", failure);
        }
    }

    /** What a failure of the database is to a command: its message in the database's words, without those of the driver's cause. */
    static StoreUnavailableException unavailable(String what, SQLException failure) {
        String state = failure.getSQLState();
        String message = failure.getMessage();
        return new StoreUnavailableException(
                what + ": "
                        + (message == null ? "" : message.lines().findFirst().orElse(""))
                        + (state == null ? "" : " (SQL state " + state + ")"),
                null);
    }

    /** A URL without what may be a secret in it. */
    private static String safe(String url) {
        String plain = url.replaceFirst("[?;].*", "");
        return plain.replaceFirst("//[^/]*@", "//");
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        put(properties, "user", System.getenv("ORDER_ENGINE_USER"));
        put(properties, "password", System.getenv("ORDER_ENGINE_PASSWORD"));
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("the driver does not take this URL");
        }
        return connection;
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("connections are those of the URL only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("this source does not log");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing is wrapped here");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
