package no.klarert.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KlarertStartTest {
    @Test
    void says_why_it_cannot_use_a_database_and_leaves_the_data_directory_free(@TempDir Path directory)
            throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var config = KlarertConfig.from(new Settings(Map.of(
                "port", "0",
                "operations-port", "0",
                "database.url", "jdbc:postgresql://127.0.0.1:" + free + "/klarert?password=hemmelig")));
        var progress = new StartCommand.Progress(new PrintWriter(new StringWriter()));

        assertThatThrownBy(() -> Klarert.start(config, directory, Optional.empty(), progress))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("127.0.0.1:" + free)
                .hasMessageContaining("refused")
                .hasMessageNotContaining("hemmelig");

        var lock = DataDirectory.open(directory).lock();
        assertThat(lock.isValid()).isTrue();
        lock.acquiredBy().close();
    }
}
