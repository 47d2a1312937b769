package no.klarert.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Everything this process logs, instead of on the console: our own loggers to their finest level, others from INFO up. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final StringBuilder text = new StringBuilder();
    /** Absent where another log captures already. */
    private final @Nullable Appender<ILoggingEvent> console = root().getAppender("STDERR");

    static CapturedLog begin() {
        Logging.start();
        var log = new CapturedLog();
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        log.setContext(context);
        log.start();
        context.getLogger("no.klarert").setLevel(Level.TRACE);
        context.getLogger("no.klarert.request").setLevel(Level.INFO);
        context.getLogger("io.helidon").setLevel(Level.INFO);
        root().addAppender(log);
        if (log.console != null) {
            root().detachAppender(log.console);
        }
        return log;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected synchronized void append(ILoggingEvent event) {
        text.append(event.getLevel()).append(' ').append(event.getLoggerName()).append(' ');
        text.append(event.getFormattedMessage()).append('\n');
        if (event.getThrowableProxy() != null) {
            text.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
        }
    }

    synchronized String text() {
        return text.toString();
    }

    @Override
    public void close() {
        root().detachAppender(this);
        if (console != null) {
            root().addAppender(console);
        }
        stop();
    }
}
