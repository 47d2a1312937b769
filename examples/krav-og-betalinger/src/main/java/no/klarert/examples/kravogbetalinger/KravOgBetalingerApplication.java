package no.klarert.examples.kravogbetalinger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the API. Begin reading at {@link KravOgBetalingerController}, then {@link AccessControl}. */
@SpringBootApplication(proxyBeanMethods = false)
public class KravOgBetalingerApplication {
    public static void main(String[] args) {
        SpringApplication.run(KravOgBetalingerApplication.class, args);
    }
}
