package no.klarert.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import no.klarert.storage.Bytes;

/** Style sheets and images from the class path, under names that contain a hash of their content. */
final class Assets {
    static final String PATH = "/assets/";

    /** {@code gzip} as one of the codings, not with weight zero (RFC 9110 §12.5.3). */
    private static final Pattern GZIP = Pattern.compile("(^|,)\\s*gzip\\s*(?!;\\s*q=0(\\.0*)?\\s*(,|$))(;|,|$)");

    private static final int HASH_DIGITS = 16;
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SVG = "image/svg+xml";

    private final Map<String, Asset> byPublicName = new HashMap<>();
    private final Map<String, String> urls = new HashMap<>();

    Assets() {
        add("designsystemet", "designsystemet/index.css", ".css", CSS);
        add("theme", "klarert-theme.css", ".css", CSS);
        add("portal", "portal.css", ".css", CSS);
        add("icon", "klarert.svg", ".svg", SVG);
    }

    private void add(String name, String resource, String extension, String contentType) {
        var content = read("assets/" + resource);
        var publicName = name + "." + hash(content) + extension;
        var compressed =
                PortalResponse.immutable(contentType, Bytes.of(gzip(content))).withHeader("Content-Encoding", "gzip");
        byPublicName.put(publicName, new Asset(PortalResponse.immutable(contentType, Bytes.of(content)), compressed));
        urls.put(name, PATH + publicName);
    }

    /** The address of one of our assets. */
    String url(String name) {
        var url = urls.get(name);
        if (url == null) {
            throw new IllegalArgumentException("no asset `" + name + "`");
        }
        return url;
    }

    /** The asset of that name, compressed if the browser takes that. Pages are not: they hold tokens beside visitors' words. */
    Optional<PortalResponse> find(PortalRequest request, String publicName) {
        return Optional.ofNullable(byPublicName.get(publicName))
                .map(asset -> takesGzip(request) ? asset.compressed() : asset.plain())
                .map(response -> response.withHeader("Vary", "Accept-Encoding"));
    }

    private static boolean takesGzip(PortalRequest request) {
        return request.header("accept-encoding").filter(GZIP.asPredicate()).isPresent();
    }

    private static byte[] read(String resource) {
        try (var stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Asset(PortalResponse plain, PortalResponse compressed) {}
}
